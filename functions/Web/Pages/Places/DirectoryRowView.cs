using System.Collections.Immutable;
using Dissemination.Deliveries.Connections;
using Dissemination.Deliveries.DirectoryChanges;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Web.Pages.Places;

/// <summary>One row of the directory as a page shows it.</summary>
/// <param name="Row">As it stands; null where one is added.</param>
internal sealed record DirectoryRowView(DirectoryTable Table, DirectoryRow? Row, DirectorySnapshot Directory)
{
    /// <summary>What stands in the form.</summary>
    public ImmutableDictionary<string, string> Cells { get; init; } = [];

    public ImmutableArray<Problem> Wrong { get; init; } = [];

    /// <summary>What the person wants, to be looked at before it is done.</summary>
    public ProposedDirectory? ToSee { get; init; }

    /// <summary>Whether what is to be looked at takes the row out.</summary>
    public bool IsRemoval { get; init; }

    public Page<HistoryEntry>? Record { get; init; }

    /// <summary>Of a destination that a machine serves.</summary>
    public DestinationConnection? Connection { get; init; }

    /// <summary>What the channel says is wrong; null where it was not asked.</summary>
    public IReadOnlyList<Problem>? Found { get; init; }

    public TestSend? LastTest { get; init; }

    /// <summary>Names the next sending of the test's form.</summary>
    public string TestForm { get; init; } = "";

    public string Address => Row is { } row ? DirectoryAddress.Of(Table, row.Id) : DirectoryAddress.NewIn(Table);

    public IEnumerable<DirectoryFieldModel> Fields =>
        from column in DirectoryFields.Of(Table, Directory)
        where Row is null || !column.IsFixed
        select new DirectoryFieldModel(
            column, Cells.GetValueOrDefault(column.Column, ""), Wrong.Where(problem => IsAt(problem, column)).Select(InWords));

    /// <summary>Whether a second person has to agree.</summary>
    public bool NeedsSecond => ToSee?.Change.NeedsSecond == true;

    /// <summary>Whether a problem stands beside a field of the form; one of another row has a line.</summary>
    public static bool IsBesideField(Problem problem) => problem.Place is { Field: not null, Line: null };

    private static bool IsAt(Problem problem, DirectoryField field) => IsBesideField(problem) && problem.Place!.Field == field.Column;

    /// <summary>The file calls a field by its column, the form by its label.</summary>
    public static Problem InWords(Problem problem) => problem with
    {
        Arguments = [.. problem.Arguments.Select(word => word == problem.Place?.Field ? DirectoryWords.ColumnOf(word) : word)],
    };
}
