using Dissemination.Directory;
using Dissemination.Reports;

namespace Dissemination.Web.Api;

/// <summary>One language in one commune.</summary>
internal sealed record ReachLineAnswer
{
    public required CommuneId Commune { get; init; }

    public required LanguageTag Language { get; init; }

    public required ReportLineStatus Status { get; init; }

    public required int Deliveries { get; init; }

    public required int Delivered { get; init; }

    public required int HandTasksOpen { get; init; }

    public required int Troubled { get; init; }

    public required long? LinkOpens { get; init; }

    public required long? MedianAudience { get; init; }

    /// <summary>Different people that a post was shown to, the median of the posts of which their channel told it.</summary>
    public required long? MedianReach { get; init; }

    /// <summary>How often posts were shown.</summary>
    public required long? Views { get; init; }

    public required long? Attendance { get; init; }

    public required DateTimeOffset? FirstDelivered { get; init; }

    public required DateTimeOffset? MeasuredAt { get; init; }

    public static ReachLineAnswer Of(ReportLine line) => new()
    {
        Commune = line.Commune.Id,
        Language = line.Language,
        Status = line.Status,
        Deliveries = line.Deliveries,
        Delivered = line.Delivered,
        HandTasksOpen = line.HandTasksOpen,
        Troubled = line.Troubled,
        LinkOpens = line.LinkOpens,
        MedianAudience = line.MedianAudience,
        MedianReach = line.MedianReach,
        Views = line.Views,
        Attendance = line.Attendance,
        FirstDelivered = line.FirstDelivered,
        MeasuredAt = line.MeasuredAt,
    };
}
