using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Intake.Documents;
using Dissemination.Problems;

namespace Dissemination.Intake.Drafts;

/// <summary>The rows of a sheet as people correct them, filled in with what can be told: a pure function.</summary>
internal static class SheetBeginning
{
    /// <summary>Titles and remarks may stand above the heads.</summary>
    private const int MostAbove = 15;

    private const int MostRows = 500;

    public static Parsed<DraftSheet> Of(ReadSheet read, string file, KnownReferences known, string issuer)
    {
        var head = HeadOf(read);
        var names = head < 0 ? WordsAlone(read.Rows) : [.. read.Rows[head].Select(read.MeaningOf)];
        var width = Math.Max(names.Length, read.Rows.Skip(head + 1).Select(row => row.Length).DefaultIfEmpty(0).Max());
        ImmutableArray<int> used =
        [
            .. Enumerable.Range(0, width)
                .Where(at => Cell(names, at).Length > 0 || read.Rows.Skip(head + 1).Any(row => Cell(row, at).Length > 0)),
        ];
        var columns = Columns(used.Select(at => Cell(names, at)));
        ImmutableArray<ImmutableArray<string>> rows =
        [
            .. read.Rows.Skip(head + 1)
                .Select(row => used.Select(at => Cell(row, at)).ToImmutableArray())
                .Where(row => row.Any(cell => cell.Length > 0)),
        ];
        if (rows.IsEmpty || rows.Length > MostRows)
        {
            return Parsed<DraftSheet>.Bad(
            [
                rows.IsEmpty
                    ? new(nameof(ProblemTexts.SheetEmpty), new(file))
                    : new(nameof(ProblemTexts.TooManyRows), new(file), $"{MostRows}"),
            ]);
        }

        var resolution = CampaignDefaults.Current(known);
        DraftSheet sheet = new(columns, rows)
        {
            Issuer = CampaignDefaults.IssuerOf(resolution, issuer),
            Resolution = resolution?.Id ?? "",
            Legacy = [.. Legacy(read, rows)],
        };
        return Parsed<DraftSheet>.Of(WithCampaign(Named(sheet, resolution), resolution, known));
    }

    /// <summary>What cells in old fonts mean, each words once.</summary>
    private static IEnumerable<LegacyCell> Legacy(ReadSheet read, ImmutableArray<ImmutableArray<string>> rows) =>
        rows.SelectMany(row => row)
            .Distinct(StringComparer.Ordinal)
            .Select(cell => new LegacyCell(cell, read.MeaningOf(cell)))
            .Where(cell => cell.Unicode != cell.Written);

    /// <summary>
    /// The rows in Unicode, as they were meant, with what the program told of them told anew: ids that were made of the words, and topics
    /// where there are none.
    /// </summary>
    public static DraftSheet InUnicode(DraftSheet sheet, Resolution? resolution)
    {
        var meant = sheet.Legacy.ToDictionary(cell => cell.Written, cell => cell.Unicode, StringComparer.Ordinal);
        var (text, id, topics) = (sheet.IndexOf("text"), sheet.IndexOf("id"), sheet.IndexOf("topics"));
        return sheet with { Legacy = [], Rows = [.. sheet.Rows.Select(Converted)] };

        ImmutableArray<string> Converted(ImmutableArray<string> row)
        {
            ImmutableArray<string> cells = [.. row.Select(cell => meant.GetValueOrDefault(cell) ?? LegacyText.ToUnicode(cell))];
            if (text < 0 || cells[text] == row[text])
            {
                return cells;
            }

            cells = id >= 0 && row[id].StartsWith(IdOf(row[text]), StringComparison.Ordinal) ? cells.SetItem(id, "") : cells;
            return topics >= 0 && cells[topics].Length == 0 && resolution is not null
                ? cells.SetItem(topics, SheetNames.OfTopics(TopicProposals.Of(cells[text], resolution), resolution))
                : cells;
        }
    }

    /// <summary>
    /// What stands above the heads is left out. A title of one cell is none of the rows; a row of several may be one that somebody meant.
    /// </summary>
    public static ImmutableArray<Problem> Above(ReadSheet read, string file)
    {
        var above = read.Rows.Take(HeadOf(read)).Count(row => row.Count(cell => cell.Length > 0) > 1);
        return above == 0 ? [] : [new(nameof(ProblemTexts.SheetRowsAbove), new(file), above.ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>
    /// The row with the most names that are known; where none is, the first, or -1 where all rows are words and none is known to be heads.
    /// </summary>
    private static int HeadOf(ReadSheet read)
    {
        var best = Enumerable.Range(0, Math.Min(read.Rows.Length, MostAbove)).MaxBy(Known);
        return Known(best) > 0 || TextOf(read.Rows) is null ? best : -1;

        int Known(int row) => read.Rows[row].Count(cell => SheetHeads.FieldOf(read.MeaningOf(cell)).Length > 0);
    }

    /// <summary>
    /// Which column has the words where none is named: of one row its first, of several the only one, beside which rows may be counted.
    /// Null where it cannot be told.
    /// </summary>
    private static int? TextOf(ImmutableArray<ImmutableArray<string>> rows)
    {
        ImmutableArray<int> used =
            [.. Enumerable.Range(0, rows.Max(row => row.Length)).Where(at => rows.Any(row => Cell(row, at).Length > 0))];
        ImmutableArray<int> words = [.. used.Where(at => rows.Any(row => !Cell(row, at).All(char.IsAsciiDigit)))];
        return rows.Length == 1 ? used.Select(at => (int?)at).FirstOrDefault()
            : words is [var only] ? only
            : null;
    }

    private static ImmutableArray<DraftColumn> Columns(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. from name in names
               let field = SheetHeads.FieldOf(name)
               select new DraftColumn(name, field.Length > 0 && taken.Add(field) ? field : ""),
        ];
    }

    /// <summary>A place for the id of each row, and the topics that it speaks of, where the sheet has no such columns.</summary>
    private static DraftSheet Named(DraftSheet sheet, Resolution? resolution)
    {
        var text = sheet.IndexOf("text");
        var withIds = sheet.IndexOf("id") >= 0 ? sheet : sheet.With(new("", "id"), _ => "");
        return withIds.IndexOf("topics") >= 0 || resolution is null
            ? withIds
            : withIds.With(new("", "topics"), row => text < 0 ? "" : SheetNames.OfTopics(TopicProposals.Of(row[text], resolution), resolution));
    }

    /// <summary>Where and when the campaign is, in each row, where the sheet has no such columns.</summary>
    private static DraftSheet WithCampaign(DraftSheet sheet, Resolution? campaign, KnownReferences known)
    {
        (string Field, string Value)[] defaults =
        [
            ("communes", SheetNames.OfCommunes(CampaignDefaults.CommunesOf(campaign, known), known)),
            ("publishAt", CampaignDefaults.PublishAtOf(campaign, known.Now)),
            ("expiresAt", CampaignDefaults.ExpiresAtOf(campaign, known.Now)),
        ];
        return defaults.Where(one => one.Value.Length > 0 && sheet.IndexOf(one.Field) < 0)
            .Aggregate(sheet, (filled, one) => filled.With(new("", one.Field), _ => one.Value));
    }

    /// <summary>
    /// Rows without an id get one out of their words, each its own: one that another row has, or an item already, with the next number
    /// behind it.
    /// </summary>
    /// <param name="taken">The ids of items.</param>
    internal static DraftSheet WithIds(DraftSheet sheet, IReadOnlySet<string> taken)
    {
        var (id, text) = (sheet.IndexOf("id"), sheet.IndexOf("text"));
        if (id < 0 || text < 0)
        {
            return sheet;
        }

        var given = sheet.Rows.Select(row => row[id]).Where(one => one.Length > 0).Concat(taken).ToHashSet(StringComparer.Ordinal);
        return sheet with
        {
            Rows = [.. sheet.Rows.Select(row => row[id].Length > 0 ? row : row.SetItem(id, Free(IdOf(row[text]), given)))],
        };
    }

    /// <summary>What rows without an id would get for one, were it free.</summary>
    internal static IEnumerable<string> Wanted(DraftSheet sheet) =>
        sheet.IndexOf("id") is var id and >= 0 && sheet.IndexOf("text") is var text and >= 0
            ? sheet.Rows.Where(row => row[id].Length == 0).Select(row => IdOf(row[text])).Where(wanted => wanted.Length > 0)
            : [];

    private static string Free(string id, HashSet<string> given)
    {
        var free = id;
        for (var number = 2; free.Length > 0 && !given.Add(free); number++)
        {
            free = $"{id}-{number}";
        }

        return free;
    }

    /// <summary>Heads for rows that have none; the other columns are called by their number.</summary>
    private static ImmutableArray<string> WordsAlone(ImmutableArray<ImmutableArray<string>> rows)
    {
        var text = TextOf(rows);
        return
        [
            .. Enumerable.Range(0, rows.Max(row => row.Length)).Select(at =>
                at == text ? "text"
                : rows.Any(row => Cell(row, at).Length > 0) ? (at + 1).ToString(CultureInfo.InvariantCulture)
                : ""),
        ];
    }

    /// <summary>The first words say enough.</summary>
    internal static string IdOf(string words) =>
        IdProposal.Of(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8)));

    private static string Cell(ImmutableArray<string> row, int at) => at < row.Length ? row[at] : "";
}
