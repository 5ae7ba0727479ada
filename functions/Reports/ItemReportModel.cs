namespace Dissemination.Reports;

/// <summary>
/// What the report's page shows. Public because the classes made from templates are; what it holds stays the program's own.
/// </summary>
public sealed class ItemReportModel
{
    internal ItemReportModel(ItemReport report, string language) => (Report, Language) = (report, language);

    internal ItemReport Report { get; }

    internal string Language { get; }

    /// <summary>The other language in which there is the same.</summary>
    internal string OtherLanguage => ReportLanguages.OtherThan(Language);
}
