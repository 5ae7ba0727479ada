using Azure.Data.Tables;
using Dissemination.Alerts;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// What is known of destinations and lanes beyond the directory: only exceptions are stored, so one query reads them all.
/// </summary>
internal sealed class HealthStore(
    Store store, AlertStore alerts, DirectoryStore directories, IConfiguration configuration, TimeProvider time)
{
    /// <summary>Under which people's acts on lanes and destinations stand in the record.</summary>
    public const string RecordSubject = "channels";

    /// <summary>Every lane that is stopped or paused, and every destination that moved or closed. One transaction.</summary>
    public async Task<KnownHealth> ReadAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, LaneHealth> lanes = new(StringComparer.Ordinal);
        Dictionary<DestinationId, DestinationHealth> destinations = [];
        await foreach (var entity in store.Destinations.QueryAsync<TableEntity>(
            TableReading.Partition(Keys.Health), cancellationToken: cancellationToken))
        {
            if (entity.RowKey.StartsWith(Keys.DestinationHealth(""), StringComparison.Ordinal))
            {
                if (store.Destinations.Readable(entity, SendingJson.Default.DestinationHealth) is { Value: var destination })
                {
                    destinations[destination.Id] = destination;
                }
            }
            else if (store.Destinations.Readable(entity, SendingJson.Default.LaneHealth) is { Value: var lane })
            {
                lanes[lane.Lane] = lane;
            }
        }

        return new(lanes, destinations);
    }

    /// <summary>The channel gave a new address: it is used from now on, and the people who keep the directory are told.</summary>
    public async Task MoveAsync(Destination destination, string newAddress, CancellationToken cancellationToken)
    {
        await PutAsync(
            new DestinationHealth(destination.Id, destination.Address, destination.Credential, newAddress, Closed: null, time.GetUtcNow()),
            cancellationToken);
        var problem = new Problem(nameof(ProblemTexts.DestinationMoved), null, destination.Name, newAddress);
        await alerts.RaiseAsync("destination", destination.Id.ToString(), problem, retry: null, cancellationToken);
    }

    /// <summary>The destination refuses for good: nothing more is sent to it, and its commune is told.</summary>
    public async Task CloseAsync(Destination destination, Problem reason, CancellationToken cancellationToken)
    {
        await PutAsync(
            new DestinationHealth(destination.Id, destination.Address, destination.Credential, MovedTo: null, reason, time.GetUtcNow()),
            cancellationToken);
        var commune = (await directories.CurrentAsync(cancellationToken)).Successor(destination.Id.Commune);
        await alerts.RaiseAsync("destination", destination.Id.ToString(), reason, retry: null, commune.Value, cancellationToken);
    }

    /// <summary>Uses a destination again, and says in the record who wanted it. Harmless where it was never closed.</summary>
    public async Task ReopenAsync(DestinationId destination, PersonId by, CancellationToken cancellationToken)
    {
        await RecordAsync("destination-reopened", destination.ToString(), by, cancellationToken);
        await store.Destinations.DeleteEntityAsync(
            Keys.Health, Keys.DestinationHealth(destination.ToString()), cancellationToken: cancellationToken);
        await alerts.DismissAsync("destination", AlertStore.KeyOf(destination.ToString()), cancellationToken);
    }

    /// <summary>
    /// The lane's credential is dead: nothing more is sent on it, every other lane goes on. A commune is told of its own page or account;
    /// what serves many is the province's to mend.
    /// </summary>
    public async Task StopLaneAsync(string lane, Problem reason, CancellationToken cancellationToken)
    {
        await PutAsync(new LaneHealth(lane, reason, PausedUntil: null, time.GetUtcNow()), cancellationToken);
        var directory = await directories.CurrentAsync(cancellationToken);
        var communes = directory.Destinations
            .Where(destination => !destination.IsByHand && destination.Credential == lane)
            .Select(destination => directory.Successor(destination.Id.Commune))
            .Distinct()
            .ToList();
        await alerts.RaiseAsync("lane", lane, reason, retry: null, communes is [var own] ? own.Value : null, cancellationToken);
    }

    /// <summary>The channel wants a lane to wait. One that is stopped stays so: only a person lets it go on. Two transactions.</summary>
    public Task PauseLaneAsync(string lane, DateTimeOffset until, CancellationToken cancellationToken) =>
        OptimisticRetry.RunAsync(() => TryPauseLaneAsync(lane, until, cancellationToken), $"the pause of {lane}");

    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private async Task<bool?> TryPauseLaneAsync(string lane, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Row<LaneHealth>? read;
        try
        {
            read = await store.Destinations.FindAsync(
                Keys.Health, Keys.LaneHealth(lane), SendingJson.Default.LaneHealth, cancellationToken);
        }
        catch (UnreadableRowException)
        {
            return true; // It may be a stop; people are told of it, and the turn itself keeps the pause.
        }

        return read is { Value.Stopped: not null }
            || await new Transaction(Keys.Health)
                .Save(read, Keys.LaneHealth(lane), new(lane, Stopped: null, until, time.GetUtcNow()), SendingJson.Default.LaneHealth)
                .CommitAsync(store.Destinations, cancellationToken)
            ? true
            : null;
    }

    /// <summary>
    /// Sends on a lane again, and says in the record who wanted it. Its credential is read again, so that a setting in a file counts
    /// without a restart. Harmless where it was never stopped.
    /// </summary>
    public async Task ResumeLaneAsync(string lane, PersonId by, CancellationToken cancellationToken)
    {
        await RecordAsync("lane-resumed", lane, by, cancellationToken);
        (configuration as IConfigurationRoot)?.Reload();
        await store.Destinations.DeleteEntityAsync(Keys.Health, Keys.LaneHealth(lane), cancellationToken: cancellationToken);
        await alerts.DismissAsync("lane", AlertStore.KeyOf(lane), cancellationToken);
    }

    // Before it is done: nothing is done by nobody, whatever a crash cuts off.
    private Task RecordAsync(string what, string which, PersonId by, CancellationToken cancellationToken) =>
        store.RecordAsync(new(RecordSubject, time.GetUtcNow(), by.Value, what, Detail: which), cancellationToken);

    private Task<bool> PutAsync(DestinationHealth health, CancellationToken cancellationToken) =>
        new Transaction(Keys.Health)
            .Put(Keys.DestinationHealth(health.Id.ToString()), health, SendingJson.Default.DestinationHealth)
            .CommitAsync(store.Destinations, cancellationToken);

    private Task<bool> PutAsync(LaneHealth health, CancellationToken cancellationToken) =>
        new Transaction(Keys.Health)
            .Put(Keys.LaneHealth(health.Lane), health, SendingJson.Default.LaneHealth)
            .CommitAsync(store.Destinations, cancellationToken);
}
