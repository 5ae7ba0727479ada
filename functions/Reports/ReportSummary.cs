using Dissemination.Content;

namespace Dissemination.Reports;

/// <summary>One line of the list of reports: how an item stood when its report was written.</summary>
internal sealed record ReportSummary(
    ItemId Item,
    string Headline,
    ItemState State,
    bool Sample,
    DateTimeOffset At,
    int Communes,
    int CommunesReached,
    int Deliveries,
    int Delivered,
    int HandTasksOpen,
    int Troubled)
{
    public static ReportSummary Of(ItemReport report) => new(
        report.Item.Id,
        report.Item.Headline,
        report.Item.State,
        report.Item.Sample,
        report.At,
        report.Communes,
        report.CommunesReached,
        report.Deliveries,
        report.Delivered,
        report.HandTasksOpen,
        report.Troubled);
}
