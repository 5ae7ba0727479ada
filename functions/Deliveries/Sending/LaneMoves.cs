using Dissemination.Channels;
using Dissemination.Content;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// Hands deliveries over whose destination the directory serves with another credential since: what waits goes over the lane that is named
/// now, whether or not the old one still works.
/// </summary>
internal sealed class LaneMoves(DeliveryLedger ledger, DeliveryReader deliveries, Backlog backlog, ChannelRouting routing)
{
    /// <summary>The deliveries of a batch that stay on its lane; those that do not are on theirs afterwards.</summary>
    public async Task<ReadBatch> ReadAsync(BatchWork work, LaneBatch batch, CancellationToken cancellationToken)
    {
        var (rows, unreadable) = await ledger.ReadAsync(work.Run.Lane, batch, cancellationToken);

        // The row first, then the backlog of its lane: one that a crash left between them is named here and found on no lane of this name.
        var moved = await ledger.WriteAsync(
            [.. from row in rows let lane = LaneOf(row.Value, work) where lane != row.Value.Lane select (row, row.Value with { Lane = lane })],
            cancellationToken);
        var elsewhere = await ElsewhereAsync(batch.Ids().Except(rows.Select(row => row.Value.Id)).Except(unreadable), cancellationToken);
        await backlog.AddAsync([.. moved.Select(row => row.Value), .. elsewhere], cancellationToken);
        return new([.. rows.Where(row => !moved.Exists(other => other.Value.Id == row.Value.Id))], unreadable);
    }

    /// <summary>What the batch names of other lanes. No transaction where there is none.</summary>
    private async Task<List<Delivery>> ElsewhereAsync(IEnumerable<DeliveryId> missing, CancellationToken cancellationToken)
    {
        List<Delivery> found = [];
        foreach (var commune in missing.GroupBy(id => id.Partition, StringComparer.Ordinal))
        {
            found.AddRange((await deliveries.ReadAsync(commune, cancellationToken)).Select(row => row.Value));
        }

        return found;
    }

    /// <summary>The lane of what is still to be sent, where its credential is configured; else the one that it is on.</summary>
    private string LaneOf(Delivery delivery, BatchWork work) =>
        delivery is { State: DeliveryState.Due or DeliveryState.Retrying, IsByHand: false }
            && work.Directory.DestinationOf(delivery) is { } destination
            && routing.Find(destination) is { IsValid: true, Value.Lane: var lane }
            ? lane
            : delivery.Lane;
}
