using System.Collections.Immutable;

namespace Dissemination.Reports.Periods;

/// <summary>
/// What the report's page shows. Public because the classes made from templates are; what it holds stays the program's own.
/// </summary>
public sealed class PeriodReportModel
{
    /// <summary>A table of so many rows is read without opening anything; longer ones are folded, so that a phone shows them all.</summary>
    private const int MostOpen = 5;

    internal PeriodReportModel(PeriodFigures figures, PeriodFigures? before, string language) =>
        (Figures, Before, Language, Tables) = (figures, before, language, new PeriodTables(figures, before).All);

    internal PeriodFigures Figures { get; }

    internal PeriodFigures? Before { get; }

    internal string Language { get; }

    internal ImmutableArray<PeriodTable> Tables { get; }

    /// <summary>Whether a table is open before anybody asks for it: the sums, which the report is about, and what is short.</summary>
    internal bool IsOpen(PeriodTable table) => table.Name == Tables[0].Name || table.Rows.Length <= MostOpen;

    /// <summary>The columns of a table that the page shows: those that compare only where there is something to compare with.</summary>
    internal ImmutableArray<int> ColumnsOf(PeriodTable table) =>
        [.. Enumerable.Range(0, table.Columns.Length).Where(at => Before is not null || !PeriodTable.Compares(table.Columns[at]))];

    /// <summary>The other language in which there is the same.</summary>
    internal string OtherLanguage => ReportLanguages.OtherThan(Language);
}
