using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Publishing;

/// <summary>A delivery that waits for a person, as a list shows it.</summary>
/// <param name="Headline">Of the item, in Vietnamese.</param>
/// <param name="Since">Since when it waits.</param>
internal sealed record WorklistEntry(
    DeliveryId Delivery,
    ChannelKind Channel,
    string DestinationName,
    ItemKind Kind,
    string Headline,
    DeliveryState State,
    Problem? Reason,
    DateTimeOffset Since,
    DeliveryAction Action = DeliveryAction.Post,
    FailureClass? Failure = null)
{
    public static WorklistEntry Of(Delivery delivery, Item item, DirectorySnapshot directory) => new(
        delivery.Id,
        delivery.Channel,
        directory.Find(delivery.Id.Destination)?.Name ?? delivery.Id.Destination.ToString(),
        item.Kind,
        item.Headline,
        delivery.State,
        delivery.Reason,
        delivery.EndedAt ?? delivery.PlannedAt,
        delivery.Action,
        delivery.Failure);
}
