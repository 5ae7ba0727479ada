using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>A hand task that was confirmed lately.</summary>
internal sealed record ConfirmedTaskAnswer
{
    public required DeliveryId Delivery { get; init; }

    public required ChannelKind Channel { get; init; }

    public required string Destination { get; init; }

    public required string Headline { get; init; }

    public required DeliveryAction Action { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonId By { get; init; }

    public required int? Attendance { get; init; }

    public static ConfirmedTaskAnswer Of(ConfirmedTask task) => new()
    {
        Delivery = task.Task.Delivery,
        Channel = task.Task.Channel,
        Destination = task.Task.DestinationName,
        Headline = task.Task.Headline,
        Action = task.Task.Action,
        At = task.At,
        By = task.By,
        Attendance = task.Attendance,
    };
}
