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
    DeliveryLedger ledger,
    VersionReader versions,
    RemovalPlanner removals,
    IOptions<ExpiryOptions> options,
    TimeProvider time)
{
    /// <summary>
    /// One transaction, and for each language version as many as reading it takes, one to write and one for each list; where half a post
    /// gave its place to a correction by hand, all of it is read once more.
    /// </summary>
    /// <returns>False where something is being sent this moment: the next tick looks again.</returns>
    /// <exception cref="UnreadableRowException">
    /// A block cannot be read. All others are stopped; once it is mended, whoever comes again stops what stands in it.
    /// </exception>
    public async Task<bool> StopAsync(ItemId item, CancellationToken cancellationToken)
    {
        var (isDone, hasHalves) = (true, false);
        List<StoredDelivery> version = [];
        List<RowTrouble> unreadable = [];
        await foreach (var stored in deliveries.OfAsync(item, unreadable, cancellationToken))
        {
            if (version is [var first, ..] && first.Block.Version != stored.Block.Version)
            {
                isDone &= await TryStopAsync(version, unreadable, cancellationToken);
                version.Clear();
            }

            version.Add(stored);
            hasHalves |= HalfPosts.GaveWay(stored.Value);
        }

        isDone &= await TryStopAsync(version, unreadable, cancellationToken);
        if (isDone && hasHalves)
        {
            await TakeDownHalvesAsync(item, cancellationToken);
        }

        return unreadable is [var block, ..] ? throw new UnreadableRowException(block) : isDone;
    }

    /// <summary>A version whose removals cannot be planned stands in the way of no other.</summary>
    private async Task<bool> TryStopAsync(
        List<StoredDelivery> version, List<RowTrouble> unreadable, CancellationToken cancellationToken)
    {
        try
        {
            return await StopAsync(version, cancellationToken);
        }
        catch (UnreadableRowException e)
        {
            unreadable.Add(e.Row);
            return false;
        }
    }

    /// <param name="all">Of one language version.</param>
    private async Task<bool> StopAsync(List<StoredDelivery> all, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (all is [] || await versions.ReadAsync(all[0].Block.Version, cancellationToken) is not { } version
            || version.ClearanceAt(now) is not Clearance.Stop stop)
        {
            return true;
        }

        List<(StoredDelivery Read, Delivery Changed)> stopped =
        [
            .. from stored in all
               where !stored.Value.Id.Removes
               let after = stored.Value.Apply(new DeliveryEvent.Stopped(now, stop.Reason))
               where after is not null
               select (stored, after),
        ];

        // The lists first: what a crash cuts off here is done by the next tick, and nobody else would know afterwards in which list they
        // stood.
        await store.RemoveFromWorklistAsync(stopped.Select(change => change.Read.Value), cancellationToken);
        if ((await ledger.WriteAsync(stopped, cancellationToken)).Count < stopped.Count)
        {
            return false;
        }

        var outThere = all.Select(stored => stored.Value).Where(delivery => IsTakenDown(delivery, version.Item, now));
        await removals.PlanAsync(version, outThere, cancellationToken);
        return all.TrueForAll(
            stored => stored.Value is not ({ State: DeliveryState.Sending } or { State: DeliveryState.Uncertain, SettleAt: not null }));
    }

    /// <summary>What is half out stays a matter of people, though nobody corrects it any more.</summary>
    private async Task TakeDownHalvesAsync(ItemId item, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var all = await deliveries.OfAsync(item, cancellationToken).Select(stored => stored.Value).ToListAsync(cancellationToken);
        foreach (var halves in HalfPosts.Uncorrected(all).GroupBy(half => half.Id.Version))
        {
            var version = await versions.ReadAsync(halves.Key, cancellationToken);
            await removals.PlanAsync(version, halves.Where(half => IsTakenDown(half, version.Item, now)), cancellationToken);
        }
    }

    // A feed is the program's own, as the page is that its entries lead to: both show what holds.
    private bool IsTakenDown(Delivery delivery, Item item, DateTimeOffset now) =>
        item.Withdrawal is not null
        || (item.IsExpired(now) && (options.Value.Posts is ExpiredPosts.TakenDown || delivery.Channel is ChannelKind.Website));
}
