using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>Plans what takes posts down that are out: deliveries of their own.</summary>
internal sealed class RemovalPlanner(
    Store store, DeliveryLedger ledger, Backlog backlog, ChannelRouting routing, DirectoryStore directories, TimeProvider time)
{
    /// <summary>
    /// Adds what takes down what is out, and hands it to its lanes. Doing it again plans nothing twice; what had given way to a correction
    /// that never came is wanted again. Four transactions, and one for each list and share.
    /// </summary>
    /// <param name="posted">Of one language version.</param>
    public async Task PlanAsync(PublishableVersion version, IEnumerable<Delivery> posted, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        var removals = posted
            .Select(delivery => Foresee(delivery, directory))
            .OfType<Delivery>()
            .ToList();
        var planned = await WantAgainAsync(await ledger.AddAsync(removals, cancellationToken), removals, cancellationToken);
        await store.AddToWorklistAsync(
            planned.Select(stored => stored.Value), delivery => WorklistEntry.Of(delivery, version.Item, directory), cancellationToken);
        await backlog.AddAndWakeAsync(planned, cancellationToken);
    }

    private async Task<List<StoredDelivery>> WantAgainAsync(
        List<StoredDelivery> standing, List<Delivery> wanted, CancellationToken cancellationToken)
    {
        var changes = (from stored in standing
                       join removal in wanted on stored.Value.Id equals removal.Id
                       let after = stored.Value.Apply(new DeliveryEvent.WantedAgain(removal))
                       where after is not null
                       select (stored, after)).ToList();
        if (changes is [])
        {
            return standing;
        }

        var again = await ledger.WriteAsync(changes, cancellationToken);
        return again.Count == changes.Count
            ? [.. standing.Except(changes.Select(change => change.stored)), .. again]
            : throw new LostRaceException($"what takes posts of {wanted[0].Id.Version} down");
    }

    /// <summary>What takes a post down, or null where nothing is there to take down; nothing is written.</summary>
    /// <remarks>Over the lane that serves its place now; by hand where the removal would not be served at the place of the post.</remarks>
    public Delivery? Foresee(Delivery posted, DirectorySnapshot directory)
    {
        var now = time.GetUtcNow();
        var place = directory.DestinationOf(posted);
        return place is not null && directory.Serving(posted.Id.Destination, now)?.Id == place.Id
            ? Correction.Removal(posted, routing.ChangesOf(place), routing.LaneOf(place).Lane, now)
            : Correction.Removal(posted, changes: null, posted.Lane, now);
    }
}
