using Dissemination.Content;
using Dissemination.Reports;

namespace Dissemination.Web.Api;

/// <summary>How far an item reached. Null is "not measured"; nothing here is a sum of reach.</summary>
internal sealed record ReachAnswer
{
    public required ItemId Item { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Communes { get; init; }

    public required int CommunesReached { get; init; }

    public required int CommunesMeasured { get; init; }

    public required int Deliveries { get; init; }

    public required int Delivered { get; init; }

    public required int HandTasksOpen { get; init; }

    public required int Troubled { get; init; }

    public required long? LinkOpens { get; init; }

    /// <summary>Different people that a post was shown to, the median of the posts of which their channel told it.</summary>
    public required long? MedianReach { get; init; }

    /// <summary>How often posts were shown.</summary>
    public required long? Views { get; init; }

    public required long? Attendance { get; init; }

    public required RemovalFigures Removals { get; init; }

    public required IReadOnlyList<ReachLineAnswer> Lines { get; init; }

    public static ReachAnswer Of(ItemReport report) => new()
    {
        Item = report.Item.Id,
        Revision = report.Item.Revision,
        At = report.At,
        Communes = report.Communes,
        CommunesReached = report.CommunesReached,
        CommunesMeasured = report.CommunesMeasured,
        Deliveries = report.Deliveries,
        Delivered = report.Delivered,
        HandTasksOpen = report.HandTasksOpen,
        Troubled = report.Troubled,
        LinkOpens = report.LinkOpens,
        MedianReach = report.MedianReach,
        Views = report.Views,
        Attendance = report.Attendance,
        Removals = report.Removals,
        Lines = [.. report.Lines.Select(ReachLineAnswer.Of)],
    };
}
