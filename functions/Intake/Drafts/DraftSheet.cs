using System.Collections.Immutable;

namespace Dissemination.Intake.Drafts;

/// <summary>Rows of slogans and quotes as they were read and as people correct them.</summary>
/// <param name="Rows">The cells of each row, as many as there are columns.</param>
internal sealed record DraftSheet(ImmutableArray<DraftColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>What the rows have that say nothing of it themselves.</summary>
    public string Issuer { get; init => field = value ?? ""; } = "";

    public string Resolution { get; init => field = value ?? ""; } = "";

    /// <summary>The file that its rows came from, where they correct items of it; else empty.</summary>
    public string Of { get; init => field = value ?? ""; } = "";

    /// <summary>How many files of its rows were handed in.</summary>
    public int Taken { get; init; }

    /// <summary>What was handed in and may still be refused.</summary>
    public ImmutableArray<SentRows> Sent { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What words in old fonts become, while nobody has decided.</summary>
    public ImmutableArray<LegacyCell> Legacy { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The column that is a field of an item; -1 where none is.</summary>
    public int IndexOf(string field) =>
        Columns.Index().Where(column => column.Item.Field == field).Select(column => column.Index).FirstOrDefault(-1);

    /// <summary>Whether it says what was typed; a row whose id was left empty may have got one.</summary>
    public bool Says(DraftSheet typed) =>
        typed.Issuer == Issuer && typed.Resolution == Resolution && typed.Columns.SequenceEqual(Columns) && typed.Rows.Length == Rows.Length
        && typed.Rows.Zip(Rows).All(row => AreSame(row.First, row.Second));

    private bool AreSame(ImmutableArray<string> typed, ImmutableArray<string> stored) =>
        typed.Index().All(cell => cell.Item == stored[cell.Index] || (cell.Item.Length == 0 && Columns[cell.Index].Field == "id"));

    /// <summary>The same with another column behind the last.</summary>
    public DraftSheet With(DraftColumn column, Func<ImmutableArray<string>, string> cell) =>
        this with { Columns = Columns.Add(column), Rows = [.. Rows.Select(row => row.Add(cell(row)))] };
}
