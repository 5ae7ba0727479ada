using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;
using Microsoft.Extensions.Options;

namespace Dissemination.Deliveries;

/// <summary>
/// Stops what was planned of items that were withdrawn or replaced or have expired: held, failed and waiting deliveries and hand tasks, so
/// that nobody does them any more. What is out already of an item that was withdrawn is taken down, by deliveries of their own; and so is
/// what is out of one that has expired, where the settings say so.
/// </summary>
internal sealed class DeliveryStopper(
    Store store,
    DeliveryReader deliveries,
    VersionReader versions,
    RemovalPlanner removals,
    IOptions<ExpiryOptions> options,
    TimeProvider time)
{
    /// <summary>How many removals go to their lanes together: a lane gets one message for those of many communes.</summary>
    private const int AtOnce = 1_000;

    /// <returns>False where something is being sent this moment: the next tick looks again.</returns>
    public async Task<bool> StopAsync(ItemId item, CancellationToken cancellationToken)
    {
        List<Row<Delivery>> chunk = [];
        List<Delivery> planned = [];
        var isDone = true;
        await foreach (var row in deliveries.OfAsync(item, cancellationToken))
        {
            if (chunk.Count == Transaction.Limit || (chunk.Count > 0 && chunk[0].PartitionKey != row.PartitionKey))
            {
                isDone &= await StopAsync(chunk, planned, cancellationToken);
                chunk.Clear();
            }

            if (planned.Count >= AtOnce)
            {
                await removals.HandOverAsync(planned, cancellationToken);
                planned.Clear();
            }

            chunk.Add(row);
        }

        isDone &= await StopAsync(chunk, planned, cancellationToken);
        await removals.HandOverAsync(planned, cancellationToken);
        return isDone;
    }

    /// <param name="rows">Of one language version to one commune, at most as many as a transaction takes.</param>
    /// <param name="planned">Gets what takes down what is out.</param>
    private async Task<bool> StopAsync(List<Row<Delivery>> rows, List<Delivery> planned, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (rows is [] || await versions.ReadAsync(rows[0].Value.Id.Version, cancellationToken) is not { } version
            || version.ClearanceAt(now) is not Clearance.Stop stop)
        {
            return true;
        }

        var transaction = new Transaction(rows[0].PartitionKey);
        List<Delivery> stopped = [];
        foreach (var row in rows)
        {
            if (!row.Value.Id.Removes && row.Value.Apply(new DeliveryEvent.Stopped(now, stop.Reason)) is { } after)
            {
                transaction.Replace(row, after, DeliveriesJson.Default.Delivery);
                stopped.Add(row.Value);
            }
        }

        // The lists first: what a crash cuts off here is done by the next tick, and nobody else would know afterwards in which list they
        // stood.
        await store.RemoveFromWorklistAsync(stopped, cancellationToken);
        if (!await transaction.CommitAsync(store.DeliveriesTo(rows[0].PartitionKey), cancellationToken))
        {
            return false;
        }

        if (rows.Select(row => row.Value).Where(delivery => IsTakenDown(delivery, version.Item, now)).ToList() is { Count: > 0 } outThere)
        {
            planned.AddRange(await removals.PlanAsync(version, outThere, cancellationToken));
        }

        return rows.TrueForAll(
            row => row.Value is not ({ State: DeliveryState.Sending } or { State: DeliveryState.Uncertain, SettleAt: not null }));
    }

    // A feed is the program's own, as the page is that its entries lead to: both show what holds.
    private bool IsTakenDown(Delivery delivery, Item item, DateTimeOffset now) =>
        item.Withdrawal is not null
        || (item.IsExpired(now) && (options.Value.Posts is ExpiredPosts.TakenDown || delivery.Channel is ChannelKind.Website));
}
