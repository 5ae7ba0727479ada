using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Intake.Drafts;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The rows of a sheet to correct.</summary>
public sealed class DraftSheetModel : PageModel
{
    internal DraftSheetModel(PageFrame frame, (Row<Draft> Stored, DraftSheet Shown) draft, SheetFindings findings, KnownReferences known)
        : base(frame) => (Row, Sheet, Findings, Known) = (draft.Stored, draft.Shown, findings, known);

    /// <summary>So many of the cells in old fonts are read before they are converted.</summary>
    internal const int MostLegacy = 20;

    internal Row<Draft> Row { get; }

    /// <summary>What stands in the form.</summary>
    internal DraftSheet Sheet { get; }

    internal SheetFindings Findings { get; }

    internal KnownReferences Known { get; }

    /// <summary>The columns that say something of an item, in the order of a form.</summary>
    internal IEnumerable<(int Index, DraftColumn Column)> Used =>
        Sheet.Columns.Index().Where(column => column.Item.Field.Length > 0)
            .OrderBy(column => SheetHeads.Fields.IndexOf(column.Item.Field))
            .Select(column => (column.Index, column.Item));

    /// <summary>What will be seen of the row that was asked for; null where none was.</summary>
    internal DraftRowOutlook? Outlook { get; init; }

    /// <summary>What was typed and is not saved, because somebody else saved first; null where what is stored is shown.</summary>
    internal TypedSheet? Typed { get; init; }

    /// <summary>What colleagues say of it, newest first.</summary>
    internal ImmutableArray<ItemNote> Notes { get; init; } = [];

    /// <summary>What was typed and fits into these rows no more, to be copied; null where nothing is lost.</summary>
    internal string? Lost { get; init; }

    /// <summary>By the number of a row, what says nearly the same.</summary>
    internal ImmutableDictionary<int, LikeText> Likes { get; init; } = [];

    internal int Good => Sheet.Rows.Length - Findings.Rows.Count;

    /// <summary>The cells in old fonts that nobody has written anew, with what they mean.</summary>
    internal IReadOnlyList<LegacyCell> Legacy()
    {
        var stored = Row.Value.Sheet!;
        var there = stored.Rows.SelectMany(row => row).ToHashSet(StringComparer.Ordinal);
        return [.. stored.Legacy.Where(cell => there.Contains(cell.Written))];
    }

    /// <summary>What a field is called; a column of translations is called by its language.</summary>
    internal static string NameOf(string field) =>
        Labels.Find("SheetField", field)
        ?? (LanguageTag.TryParse(field, null, out var language) ? TextFormat.Fill(Texts.SheetTranslation, PageLabels.Of(language)) : field);

    /// <summary>Whether few people fill a field in, so that it stands folded in each row.</summary>
    internal static bool IsMore(string field) =>
        field is "id" or "resolution" or "overflow" or "untranslated" or "airing" or "sample"
            or "approvalBy" or "approvalDocument" or "approvalDate";

    /// <summary>The cells of a row, those that stand folded apart.</summary>
    internal ILookup<bool, DraftCellModel> CellsOf(int row) => Used.ToLookup(
        used => IsMore(used.Column.Field),
        used => new DraftCellModel((row, used.Index), used.Column.Field, Sheet.Rows[row][used.Index], At(row, used.Column.Field))
        {
            Stored = StoredOf(Sheet.Rows[row][used.Index], stored => stored.Rows[row][used.Index]),
        });

    /// <summary>What somebody else stored meanwhile in place of what is typed; null where it is the same, or nobody did.</summary>
    internal string? StoredOf(string typed, Func<DraftSheet, string> place) =>
        Typed is not null && place(Row.Value.Sheet!) is var stored && stored != typed ? stored : null;

    /// <summary>Whether a row is ticked to go.</summary>
    internal bool IsRemoved(int row) => Typed?.Removed.Contains(row) is true;

    /// <summary>What the topics are called that a cell may name.</summary>
    internal IEnumerable<string> Topics =>
        Known.Resolutions.GetValueOrDefault(Sheet.Resolution)?.Topics.Select(topic => topic.Text) ?? [];

    /// <summary>The problems of a row that lie in no column of the sheet.</summary>
    internal IEnumerable<Problems.Problem> Elsewhere(int row) =>
        Findings.Rows[row].Where(problem => Sheet.IndexOf(problem.Place?.Field ?? "") < 0).Select(Beside);

    /// <summary>The problems of a cell.</summary>
    internal IEnumerable<Problems.Problem> At(int row, string field) => Findings.Of(row, field).Select(Beside);

    /// <summary>What stands beside its cell needs no number of a line, which would be another than people count.</summary>
    private static Problems.Problem Beside(Problems.Problem problem) => problem with { Place = null };
}
