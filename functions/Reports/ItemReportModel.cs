namespace Dissemination.Reports;

/// <summary>
/// What the report's page shows. Public because the classes made from templates are; what it holds stays the program's own.
/// </summary>
public sealed class ItemReportModel
{
    internal ItemReportModel(ItemReport report) => Report = report;

    internal ItemReport Report { get; }
}
