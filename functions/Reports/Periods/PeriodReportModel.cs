using System.Collections.Immutable;

namespace Dissemination.Reports.Periods;

/// <summary>
/// What the report's page shows. Public because the classes made from templates are; what it holds stays the program's own.
/// </summary>
public sealed class PeriodReportModel
{
    internal PeriodReportModel(PeriodFigures figures, PeriodFigures? before, string language) =>
        (Figures, Before, Language, Tables) = (figures, before, language, new PeriodTables(figures, before).All);

    internal PeriodFigures Figures { get; }

    internal PeriodFigures? Before { get; }

    internal string Language { get; }

    internal ImmutableArray<PeriodTable> Tables { get; }

    /// <summary>The other language in which there is the same.</summary>
    internal string OtherLanguage => ReportLanguages.OtherThan(Language);
}
