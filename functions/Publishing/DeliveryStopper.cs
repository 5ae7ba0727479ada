using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>Stops what was planned of items that were withdrawn or replaced: held, failed and waiting deliveries and hand tasks, so that nobody does them any more.</summary>
internal sealed class DeliveryStopper(Store store, VersionReader versions, TimeProvider time)
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
            await StopAsync(row.Value.Item, cancellation);
            await new Transaction(Keys.Editorial).Delete(row).CommitAsync(store.Editorial, cancellation);
        }
    }

    private async Task StopAsync(ItemId item, CancellationToken cancellation)
    {
        var (from, to) = ($"{item}.", Keys.After($"{item}."));
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}");
        List<Row<Delivery>> chunk = [];
        await foreach (var entity in store.Deliveries.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            var row = RowCodec.ToRow(entity, PublishingJson.Default.Delivery);
            if (chunk.Count == Transaction.Limit || (chunk.Count > 0 && chunk[0].PartitionKey != row.PartitionKey))
            {
                await StopAsync(chunk, cancellation);
                chunk.Clear();
            }

            chunk.Add(row);
        }

        await StopAsync(chunk, cancellation);
    }

    /// <param name="rows">Of one language version, at most as many as a transaction takes.</param>
    private async Task StopAsync(List<Row<Delivery>> rows, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (rows is [] || (await versions.ReadAsync(rows[0].Value.Id.Version, cancellation)).ClearanceAt(now) is not Clearance.Stop stop)
        {
            return;
        }

        var transaction = new Transaction(rows[0].PartitionKey);
        List<Delivery> stopped = [];
        foreach (var row in rows)
        {
            if (row.Value.Apply(new DeliveryEvent.Stopped(now, stop.Reason)) is { } after)
            {
                transaction.Replace(row, after, PublishingJson.Default.Delivery);
                stopped.Add(row.Value);
            }
        }

        if (!await transaction.CommitAsync(store.Deliveries, cancellation))
        {
            // Something is being sent this moment: the row stays due, and the next tick looks again.
            throw new InvalidOperationException($"Deliveries of {rows[0].PartitionKey} changed while they were stopped.");
        }

        await store.RemoveFromWorklistAsync(stopped, cancellation);
    }
}
