using Dissemination.Channels;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// What waits goes over the lane that the directory names now: a credential that was replaced is nobody's any more. The block stays in its
/// share, so that nothing is between two.
/// </summary>
internal sealed class LaneMoves(DeliveryLedger ledger, ChannelRouting routing, HealthStore health)
{
    /// <summary>
    /// The deliveries of a block, each on its lane of now. No transaction where none has another and none is kept back by what is known of
    /// its lane or its destination.
    /// </summary>
    public async Task<List<StoredDelivery>> ReadAsync(BlockWork work, StoredBlock block, CancellationToken cancellationToken)
    {
        var moved = block.Deliveries
            .Select(stored => (stored, Lane: LaneOf(stored.Value, work)))
            .Where(move => move.Lane != move.stored.Value.Lane)
            .Select(move => (move.stored, move.stored.Value with { Lane = move.Lane }))
            .ToList();
        await ledger.WriteAsync(moved, cancellationToken);
        List<StoredDelivery> deliveries = [.. block.Deliveries];
        if (deliveries.Exists(stored => IsToBeSent(stored.Value) && IsKeptBack(stored.Value, work)))
        {
            // Since the turn began, a person may have let the lane go on or opened the destination again.
            work.Run.Know(await health.ReadAsync(cancellationToken));
        }

        return deliveries;
    }

    private static bool IsToBeSent(Delivery delivery) =>
        delivery is { State: DeliveryState.Due or DeliveryState.Retrying, IsByHand: false };

    private static bool IsKeptBack(Delivery delivery, BlockWork work) =>
        work.Run.StoppedBecause(delivery.Lane) is not null
            || (work.Directory.DestinationOf(delivery) is { } destination && work.Run.ClosedBecause(destination) is not null);

    /// <summary>The lane of what is still to be sent, where its credential is configured; else the one that it is on.</summary>
    private string LaneOf(Delivery delivery, BlockWork work) =>
        IsToBeSent(delivery)
            && work.Directory.DestinationOf(delivery) is { } destination
            && routing.Find(destination) is { IsValid: true, Value.Lane: var lane }
            ? lane
            : delivery.Lane;
}
