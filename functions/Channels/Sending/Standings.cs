using Azure.Data.Tables;
using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Channels.Sending;

/// <summary>What is known of destinations and lanes beyond the directory: only exceptions are stored, so one query reads them all.</summary>
internal sealed class Standings(Store store, NoticeBoard notices, TimeProvider time)
{
    /// <summary>Under which people's acts on lanes and destinations stand in the record.</summary>
    public const string RecordSubject = "channels";

    /// <summary>Every lane that is stopped or paused, and every destination that moved or closed. One transaction.</summary>
    public async Task<KnownStandings> ReadAsync(CancellationToken cancellation)
    {
        Dictionary<string, LaneStanding> lanes = new(StringComparer.Ordinal);
        Dictionary<DestinationId, DestinationStanding> destinations = [];
        await foreach (var entity in store.Destinations.QueryAsync<TableEntity>(TableReading.Partition(Keys.Standing), cancellationToken: cancellation))
        {
            if (entity.RowKey.StartsWith(Keys.DestinationStanding(""), StringComparison.Ordinal))
            {
                var destination = RowCodec.ToRow(entity, SendingJson.Default.DestinationStanding).Value;
                destinations.Add(destination.Id, destination);
            }
            else
            {
                var lane = RowCodec.ToRow(entity, SendingJson.Default.LaneStanding).Value;
                lanes.Add(lane.Lane, lane);
            }
        }

        return new(lanes, destinations);
    }

    /// <summary>The channel gave a new address: it is used from now on, and the people who keep the directory are told.</summary>
    public async Task MoveAsync(Destination destination, string newAddress, CancellationToken cancellation)
    {
        await PutAsync(new DestinationStanding(destination.Id, destination.Address, destination.Credential, newAddress, Closed: null, time.GetUtcNow()), cancellation);
        var problem = new Problem(nameof(ProblemTexts.DestinationMoved), null, destination.Name, newAddress);
        await notices.RaiseAsync("destination", destination.Id.ToString(), problem, retry: null, cancellation);
    }

    /// <summary>The destination refuses for good: nothing more is sent to it, and its commune is told.</summary>
    public async Task CloseAsync(Destination destination, Problem reason, CancellationToken cancellation)
    {
        await PutAsync(new DestinationStanding(destination.Id, destination.Address, destination.Credential, MovedTo: null, reason, time.GetUtcNow()), cancellation);
        await notices.RaiseAsync("destination", destination.Id.ToString(), reason, retry: null, destination.Id.Commune.Value, cancellation);
    }

    /// <summary>Uses a destination again, and says in the record who wanted it. Harmless where it was never closed.</summary>
    public async Task ReopenAsync(DestinationId destination, PersonId by, CancellationToken cancellation)
    {
        await RecordAsync("destination-reopened", destination.ToString(), by, cancellation);
        await store.Destinations.DeleteEntityAsync(Keys.Standing, Keys.DestinationStanding(destination.ToString()), cancellationToken: cancellation);
        await notices.DismissAsync("destination", NoticeBoard.KeyOf(destination.ToString()), cancellation);
    }

    /// <summary>The lane's credential is dead: nothing more is sent on it, every other lane goes on.</summary>
    public async Task StopLaneAsync(string lane, Problem reason, CancellationToken cancellation)
    {
        await PutAsync(new LaneStanding(lane, reason, PausedUntil: null, time.GetUtcNow()), cancellation);
        await notices.RaiseAsync("lane", lane, reason, retry: null, cancellation);
    }

    public Task PauseLaneAsync(string lane, DateTimeOffset until, CancellationToken cancellation) =>
        PutAsync(new LaneStanding(lane, Stopped: null, until, time.GetUtcNow()), cancellation);

    /// <summary>Sends on a lane again, and says in the record who wanted it. Harmless where it was never stopped.</summary>
    public async Task ResumeLaneAsync(string lane, PersonId by, CancellationToken cancellation)
    {
        await RecordAsync("lane-resumed", lane, by, cancellation);
        await store.Destinations.DeleteEntityAsync(Keys.Standing, Keys.LaneStanding(lane), cancellationToken: cancellation);
        await notices.DismissAsync("lane", NoticeBoard.KeyOf(lane), cancellation);
    }

    // Before it is done: nothing is done by nobody, whatever a crash cuts off.
    private Task RecordAsync(string what, string which, PersonId by, CancellationToken cancellation) =>
        store.RecordAsync(new(RecordSubject, time.GetUtcNow(), by.Value, what, Detail: which), cancellation);

    private Task<bool> PutAsync(DestinationStanding standing, CancellationToken cancellation) =>
        new Transaction(Keys.Standing)
            .Put(Keys.DestinationStanding(standing.Id.ToString()), standing, SendingJson.Default.DestinationStanding)
            .CommitAsync(store.Destinations, cancellation);

    private Task<bool> PutAsync(LaneStanding standing, CancellationToken cancellation) =>
        new Transaction(Keys.Standing)
            .Put(Keys.LaneStanding(standing.Lane), standing, SendingJson.Default.LaneStanding)
            .CommitAsync(store.Destinations, cancellation);
}
