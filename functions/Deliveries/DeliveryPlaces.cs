using Dissemination.Directory;

namespace Dissemination.Deliveries;

/// <summary>Which destination serves a delivery as the directory is now: a pure function.</summary>
internal static class DeliveryPlaces
{
    /// <summary>
    /// Where a delivery goes, or its post is; null where no machine finds it: its destination is gone, or has another address since.
    /// </summary>
    public static Destination? DestinationOf(this DirectorySnapshot directory, Delivery delivery) => directory.Serving(
        delivery.Id.Destination,
        delivery switch
        {
            // It changes what is at the place that it was planned for.
            { Action: not DeliveryAction.Post } => delivery.PlannedAt,

            // Nothing of it is anywhere yet, so it follows its destination to a new address.
            { State: DeliveryState.Held or DeliveryState.Due or DeliveryState.Retrying or DeliveryState.Failed, Progress: null } =>
                DateTimeOffset.MaxValue,
            _ => delivery.BegunAt ?? delivery.PlannedAt,
        });
}
