using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>A delivery that waits for a person.</summary>
internal sealed record WorklistAnswer
{
    public required DeliveryId Delivery { get; init; }

    public required ChannelKind Channel { get; init; }

    public required string Destination { get; init; }

    public required string Headline { get; init; }

    public required DeliveryAction Action { get; init; }

    public required DeliveryState State { get; init; }

    public required ProblemAnswer? Reason { get; init; }

    public required FailureClass? Failure { get; init; }

    public required DateTimeOffset Since { get; init; }

    public static WorklistAnswer Of(WorklistEntry entry) => new()
    {
        Delivery = entry.Delivery,
        Channel = entry.Channel,
        Destination = entry.DestinationName,
        Headline = entry.Headline,
        Action = entry.Action,
        State = entry.State,
        Reason = entry.Reason is { } reason ? ProblemAnswer.Of(reason) : null,
        Failure = entry.State is DeliveryState.Failed or DeliveryState.Uncertain ? entry.FailureClass : null,
        Since = entry.Since,
    };
}
