using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation.Variants;

namespace Dissemination.Publishing;

/// <summary>Answers Translation what is out of a language version in a commune.</summary>
internal sealed class PostedTexts(Store store) : IPostedTexts
{
    /// <summary>One transaction for each thousand deliveries.</summary>
    public async Task<bool> IsOutAsync(VersionId version, CommuneId commune, CancellationToken cancellation) =>
        await store.DeliveriesTo(commune.Value)
            .PartitionAsync(Keys.Deliveries(version.ToString(), commune.Value), PublishingJson.Default.Delivery, cancellation)
            .AnyAsync(row => IsOut(row.Value), cancellation);

    /// <summary>Whether it is there, or may be, all of it or some of its parts.</summary>
    public static bool IsOut(Delivery delivery) =>
        delivery.Action is not DeliveryAction.Remove
        && (delivery.State is DeliveryState.Sending or DeliveryState.Delivered or DeliveryState.Uncertain || delivery.Progress is not null);
}
