using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>
/// Stops what was planned of items that were withdrawn or replaced: held, failed and waiting deliveries and hand tasks, so that nobody does
/// them any more. What is out already of an item that was withdrawn is taken down, by deliveries of their own.
/// </summary>
internal sealed class DeliveryStopper(Store store, VersionReader versions, Backlog backlog, ILanes lanes, DirectoryStore directories, TimeProvider time)
{
    /// <summary>The most items that one invocation looks at; the next tick takes the rest.</summary>
    private const int AtMost = 20;

    public async Task StopDueAsync(CancellationToken cancellation)
    {
        var due = store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.StopDuePrefix, ContentJson.Default.StopDue, cancellation)
            .Take(AtMost);
        await foreach (var row in due)
        {
            if (await StopAsync(row.Value.Item, cancellation))
            {
                await new Transaction(Keys.Editorial).Delete(row).CommitAsync(store.Editorial, cancellation);
            }
        }
    }

    /// <returns>False where something is being sent this moment: the next tick looks again.</returns>
    private async Task<bool> StopAsync(ItemId item, CancellationToken cancellation)
    {
        var (from, to) = ($"{item}.", Keys.After($"{item}."));
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}");
        List<Row<Delivery>> chunk = [];
        var isDone = true;
        await foreach (var entity in store.Deliveries.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            var row = RowCodec.ToRow(entity, PublishingJson.Default.Delivery);
            if (chunk.Count == Transaction.Limit || (chunk.Count > 0 && chunk[0].PartitionKey != row.PartitionKey))
            {
                isDone &= await StopAsync(chunk, cancellation);
                chunk.Clear();
            }

            chunk.Add(row);
        }

        return await StopAsync(chunk, cancellation) && isDone;
    }

    /// <param name="rows">Of one language version, at most as many as a transaction takes.</param>
    private async Task<bool> StopAsync(List<Row<Delivery>> rows, CancellationToken cancellation)
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
        if (!await transaction.CommitAsync(store.Deliveries, cancellation))
        {
            return false;
        }

        if (version.Item.Withdrawal is not null)
        {
            await RemoveAsync(version, [.. rows.Select(row => row.Value)], cancellation);
        }

        return rows.TrueForAll(row => row.Value is not ({ State: DeliveryState.Sending } or { State: DeliveryState.Uncertain, SettleAt: not null }));
    }

    private async Task RemoveAsync(PublishableVersion version, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var directory = await directories.CurrentAsync(cancellation);
        var removals = deliveries
            .Select(delivery => Correction.Removal(delivery, ChangesOf(directory.Find(delivery.Id.Destination)), time.GetUtcNow()))
            .OfType<Delivery>()
            .ToList();
        List<Delivery> planned = [];
        foreach (var removal in removals)
        {
            // One by one: most items are never withdrawn, and those that are may come here several times.
            if (await new Transaction(version.Id.ToString()).Insert(removal.Id.Row, removal, PublishingJson.Default.Delivery).CommitAsync(store.Deliveries, cancellation))
            {
                planned.Add(removal);
            }
            else if (await store.Deliveries.FindAsync(version.Id.ToString(), removal.Id.Row, PublishingJson.Default.Delivery, cancellation) is { } row)
            {
                planned.Add(row.Value);
            }
        }

        await store.AddToWorklistAsync(planned, delivery => WorklistEntry.Of(delivery, version.Item, directory), cancellation);
        await backlog.AddAsync(planned.Where(delivery => delivery is { State: DeliveryState.Due, IsByHand: false }), cancellation);
    }

    private ChannelChanges ChangesOf(Destination? destination) => destination is null ? ChannelChanges.Never : lanes.ChangesOf(destination);
}
