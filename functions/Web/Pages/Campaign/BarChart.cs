using System.Collections.Immutable;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>
/// Bars beside one another, one scale for all: what is owed as an outline, what is done as a filled bar in it, what was done in time as a
/// dark line beneath, and all three as numbers at the end. The table below says the same.
/// </summary>
/// <param name="title">What is seen.</param>
/// <param name="table">The name of the table below.</param>
internal sealed class BarChart(string title, string says, string table, ImmutableArray<BarRow> rows)
{
    public const int LabelWidth = 210;
    public const int BarWidth = 320;
    public const int Width = LabelWidth + BarWidth + 150;
    public const int RowHeight = 22;

    /// <summary>The letters that the name of a row has room for.</summary>
    private const int Letters = 32;

    public string Title => title;

    /// <summary>For who does not see it.</summary>
    public string Says => says;

    public string Table => table;

    public bool IsThere => rows.Any(row => row.Whole > 0);

    public bool HasMarks => rows.Any(row => row.Mark is not null);

    public int Height => (rows.Length * RowHeight) + 4;

    /// <summary>A row each: where it stands, how long its parts are, and its words.</summary>
    public IEnumerable<Bar> Bars
    {
        get
        {
            var most = Math.Max(1, rows.Max(row => row.Whole));
            return rows.Select((row, place) => new Bar(
                (place * RowHeight) + 3,
                Length(row.Whole, most),
                Length(row.Part, most),
                Length(row.Mark ?? 0, most),
                row.Name.Length > Letters ? $"{row.Name[..(Letters - 1)]}…" : row.Name,
                row.Text));
        }
    }

    private static int Length(int figure, int most) => (int)((long)figure * BarWidth / most);

    /// <summary>One row as it is drawn.</summary>
    internal sealed record Bar(int Y, int Whole, int Part, int Mark, string Name, string Text);
}
