using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Publishing;

/// <summary>
/// Stops what was planned of items that were withdrawn or replaced: held, failed and waiting deliveries and hand tasks, so that nobody does
/// them any more, and the translations of those that were withdrawn. What is out already of an item that was withdrawn is taken down, by deliveries of their own.
/// </summary>
internal sealed class DeliveryStopper(
    Store store, VersionReader versions, WithdrawnTranslations translations, Backlog backlog, ILanes lanes, DirectoryStore directories, TimeProvider time)
{
    /// <summary>The most items that one invocation looks at; the next tick takes the rest.</summary>
    private const int AtMost = 20;

    /// <summary>How many removals go to their lanes together: a lane gets one message for those of many communes.</summary>
    private const int AtOnce = 1_000;

    public async Task StopDueAsync(CancellationToken cancellation)
    {
        var due = store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.StopDuePrefix, ContentJson.Default.StopDue, cancellation)
            .Take(AtMost);
        await foreach (var row in due)
        {
            await translations.CloseAsync(row.Value.Item, cancellation);
            if (await StopAsync(row.Value.Item, cancellation))
            {
                await new Transaction(Keys.Editorial).Delete(row).CommitAsync(store.Editorial, cancellation);
            }
        }
    }

    /// <returns>False where something is being sent this moment: the next tick looks again.</returns>
    private async Task<bool> StopAsync(ItemId item, CancellationToken cancellation)
    {
        List<Row<Delivery>> chunk = [];
        List<Delivery> removals = [];
        var isDone = true;
        await foreach (var row in store.Deliveries.PartitionsAsync(Keys.DeliveriesOf(item.Value), PublishingJson.Default.Delivery, cancellation))
        {
            if (chunk.Count == Transaction.Limit || (chunk.Count > 0 && chunk[0].PartitionKey != row.PartitionKey))
            {
                isDone &= await StopAsync(chunk, removals, cancellation);
                chunk.Clear();
            }

            if (removals.Count >= AtOnce)
            {
                await HandOverAsync(removals, cancellation);
                removals.Clear();
            }

            chunk.Add(row);
        }

        isDone &= await StopAsync(chunk, removals, cancellation);
        await HandOverAsync(removals, cancellation);
        return isDone;
    }

    /// <param name="rows">Of one language version to one commune, at most as many as a transaction takes.</param>
    /// <param name="removals">Gets what takes down what is out.</param>
    private async Task<bool> StopAsync(List<Row<Delivery>> rows, List<Delivery> removals, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (rows is [] || await versions.ReadAsync(rows[0].Value.Id.Version, cancellation) is not { } version || version.ClearanceAt(now) is not Clearance.Stop stop)
        {
            return true;
        }

        var transaction = new Transaction(rows[0].PartitionKey);
        List<Delivery> stopped = [];
        foreach (var row in rows)
        {
            if (!row.Value.Id.Removes && row.Value.Apply(new DeliveryEvent.Stopped(now, stop.Reason)) is { } after)
            {
                transaction.Replace(row, after, PublishingJson.Default.Delivery);
                stopped.Add(row.Value);
            }
        }

        // The lists first: what a crash cuts off here is done by the next tick, and nobody else would know afterwards in which list they stood.
        await store.RemoveFromWorklistAsync(stopped, cancellation);
        if (!await transaction.CommitAsync(store.DeliveriesTo(rows[0].PartitionKey), cancellation))
        {
            return false;
        }

        if (version.Item.Withdrawal is not null)
        {
            removals.AddRange(await RemoveAsync(version, [.. rows.Select(row => row.Value)], cancellation));
        }

        return rows.TrueForAll(row => row.Value is not ({ State: DeliveryState.Sending } or { State: DeliveryState.Uncertain, SettleAt: not null }));
    }

    private async Task<List<Delivery>> RemoveAsync(PublishableVersion version, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var directory = await directories.CurrentAsync(cancellation);
        var removals = deliveries
            .Select(delivery => Correction.Removal(delivery, ChangesOf(directory.Find(delivery.Id.Destination)), time.GetUtcNow()))
            .OfType<Delivery>()
            .ToList();
        var table = store.DeliveriesTo(deliveries[0].Id.Partition);
        List<Delivery> planned = [];
        foreach (var removal in removals)
        {
            // One by one: most items are never withdrawn, and those that are may come here several times.
            if (await new Transaction(removal.Id.Partition).Insert(removal.Id.Row, removal, PublishingJson.Default.Delivery).CommitAsync(table, cancellation))
            {
                planned.Add(removal);
            }
            else if (await table.FindAsync(removal.Id.Partition, removal.Id.Row, PublishingJson.Default.Delivery, cancellation) is { } row)
            {
                planned.Add(row.Value);
            }
        }

        await store.AddToWorklistAsync(planned, delivery => WorklistEntry.Of(delivery, version.Item, directory), cancellation);
        return planned;
    }

    private Task HandOverAsync(List<Delivery> removals, CancellationToken cancellation) =>
        backlog.AddAsync(removals.Where(delivery => delivery is { State: DeliveryState.Due, IsByHand: false }), cancellation);

    private ChannelChanges ChangesOf(Destination? destination) => destination is null ? ChannelChanges.Never : lanes.ChangesOf(destination);
}
