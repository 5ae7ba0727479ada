using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Channels.Sending;

/// <summary>
/// Sends a batch: an intent is stored before each send and its outcome after it. Whatever message comes again, late or after a crash, finds
/// in the rows what was begun. A lane that must wait goes back to the queue; nothing waits in here.
/// </summary>
internal sealed partial class DeliverySender(
    Store store,
    DeliveryLedger ledger,
    VersionReader versions,
    ChannelRouting routing,
    Standings standings,
    SiteAddress site,
    DirectoryStore directories,

    TimeProvider time,
    ILogger<DeliverySender> logger)
{
    /// <summary>How many go out at once: as many intents lie open, and become uncertain where the channel cannot be read back, if the program is killed.</summary>
    private const int AtOnce = 25;

    /// <summary>How long a send may take before somebody else may ask what became of it; more than twice a channel's time-out.</summary>
    private static readonly TimeSpan SendLease = TimeSpan.FromMinutes(1);

    public async Task SendAsync(DeliveryBatch batch, CancellationToken cancellation)
    {
        var lane = await standings.LaneAsync(batch.Lane, cancellation);
        if (lane?.PausedUntil is { } until && until > time.GetUtcNow())
        {
            await PutBackAsync(batch, batch.Destinations, until, cancellation);
            return;
        }

        var version = await versions.ReadAsync(batch.Version, cancellation);
        var rows = await ledger.ReadAsync(batch, cancellation);
        if (WhyNot(version, lane) is { } stop)
        {
            await EndAsync(version, [.. rows.Where(row => row.Value.Apply(stop) is not null).Select(row => (row, row.Value.Apply(stop)!))], cancellation);
            return;
        }

        var round = new SendingRound(batch, await DestinationsAsync(batch, cancellation));
        foreach (var row in rows)
        {
            switch (DeliveryTurn.Of(row.Value, time.GetUtcNow()))
            {
                case DeliveryTurn.Send:
                    round.Ready.Add(row);
                    break;
                case DeliveryTurn.Wait wait:
                    round.PutOff(row.Value, wait.Until);
                    break;
                case DeliveryTurn.Settle:
                    await SettleAsync(version, round, row, cancellation);
                    break;
            }
        }

        foreach (var chunk in round.Ready.Chunk(AtOnce))
        {
            await SendChunkAsync(version, round, chunk, cancellation);
        }

        if (round.NextTime is { } next)
        {
            await PutBackAsync(batch, round.PutOffDestinations, next, cancellation);
        }
    }

    private DeliveryEvent? WhyNot(PublishableVersion version, LaneStanding? lane)
    {
        var now = time.GetUtcNow();
        return (version.ClearanceAt(now), lane?.Stopped) switch
        {
            (Clearance.Stop stop, _) => new DeliveryEvent.Stopped(now, stop.Reason),
            (Clearance.Hold hold, _) => new DeliveryEvent.HeldBack(hold.Reason),
            (_, { } stopped) => new DeliveryEvent.Refused(now, stopped, FailureClass.Credential),
            _ => null,
        };
    }

    private async Task SendChunkAsync(PublishableVersion version, SendingRound round, Row<Delivery>[] chunk, CancellationToken cancellation)
    {
        if (round.PausedUntil is { } paused)
        {
            foreach (var row in chunk)
            {
                round.PutOff(row.Value, paused);
            }

            return;
        }

        if (round.Stopped is { } stopped)
        {
            var refused = new DeliveryEvent.Refused(time.GetUtcNow(), stopped, FailureClass.Credential);
            await EndAsync(version, [.. chunk.Select(row => (row, row.Value.Apply(refused)!))], cancellation);
            return;
        }

        var begun = new DeliveryEvent.SendBegun(time.GetUtcNow(), time.GetUtcNow() + SendLease);
        var sending = await ledger.WriteAsync([.. chunk.Select(row => (row, row.Value.Apply(begun)!))], cancellation);
        var outcomes = await Task.WhenAll(sending.Select(row => SendOneAsync(version, round, row.Value, cancellation)));
        var now = time.GetUtcNow();
        var ended = sending.Zip(outcomes, (row, outcome) => (row, row.Value.Apply(OutcomeEvents.Of(outcome, row.Value, canReadBack: false, now))!)).ToList();
        await EndAsync(version, ended, cancellation);
        foreach (var (_, delivery) in ended.Where(end => end.Item2.State is DeliveryState.Retrying))
        {
            round.PutOff(delivery, delivery.RetryAt!.Value);
        }

        await LearnAsync(round, sending, outcomes, now, cancellation);
    }

    private async Task<SendOutcome> SendOneAsync(PublishableVersion version, SendingRound round, Delivery delivery, CancellationToken cancellation)
    {
        if (!round.Destinations.TryGetValue(delivery.Id.Destination, out var known))
        {
            return new SendOutcome.Rejected(new(nameof(ProblemTexts.DestinationGone)));
        }

        if (known.Standing?.Closed is { } closed)
        {
            return new SendOutcome.Rejected(closed);
        }

        var route = routing.Find(known.Destination);
        if (route is not { IsValid: true, Value: { Channel: { } channel, Credential: var credential } })
        {
            return new SendOutcome.Rejected(route.Problems.FirstOrDefault() ?? new(nameof(ProblemTexts.ChannelNotAvailable), null, known.Destination.Channel.ToString()));
        }

        var destination = known.Standing?.MovedTo is { } moved ? known.Destination with { Address = moved } : known.Destination;
        try
        {
            var post = Posts.Make(version, delivery, site);
            var outcome = await channel.SendAsync(new(post, destination, credential), cancellation);
            if (outcome is SendOutcome.Moved to)
            {
                // Its answer says that the first send did not arrive, so this is no second post.
                await standings.MoveAsync(known.Destination, to.NewAddress, cancellation);
                outcome = await channel.SendAsync(new(post, destination with { Address = to.NewAddress }, credential), cancellation);
            }

            return outcome is SendOutcome.Moved ? new SendOutcome.Rejected(new(nameof(ProblemTexts.DestinationKeepsMoving))) : outcome;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogSendBroke(e, delivery.Id);
            return new SendOutcome.Unknown(new(nameof(ProblemTexts.SendBroke)));
        }
    }

    /// <summary>Reads the channel back; what cannot be read back becomes uncertain and is never sent again by itself.</summary>
    private async Task SettleAsync(PublishableVersion version, SendingRound round, Row<Delivery> row, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        FindOutcome found = new FindOutcome.CannotTell();
        if (round.Destinations.TryGetValue(row.Value.Id.Destination, out var known) && routing.Find(known.Destination).Value is { Channel: { } channel } route)
        {
            found = await channel.FindAsync(new(Posts.Make(version, row.Value, site), known.Destination, route.Credential), row.Value.BegunAt ?? row.Value.PlannedAt, cancellation);
        }

        var reason = new Problem(nameof(ProblemTexts.SendInterrupted));
        DeliveryEvent happened = found switch
        {
            FindOutcome.There there => new DeliveryEvent.Arrived(now, there.Reference),
            FindOutcome.NotThere => new DeliveryEvent.Postponed(now, reason),
            _ => new DeliveryEvent.OutcomeLost(now, reason),
        };
        var settled = await EndAsync(version, [(row, row.Value.Apply(happened)!)], cancellation);
        round.Ready.AddRange(settled.Where(delivery => delivery.Value.State is DeliveryState.Retrying));
    }

    /// <summary>What the answers tell about the destinations and the lane.</summary>
    private async Task LearnAsync(SendingRound round, List<Row<Delivery>> sent, SendOutcome[] outcomes, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var (row, outcome) in sent.Zip(outcomes))
        {
            switch (outcome)
            {
                case SendOutcome.Closed closed:
                    await standings.CloseAsync(round.Destinations[row.Value.Id.Destination].Destination, closed.Reason, cancellation);
                    break;
                case SendOutcome.CredentialDead dead when round.Stopped is null:
                    round.Stopped = dead.Reason;
                    await standings.StopLaneAsync(round.Batch.Lane, dead.Reason, cancellation);
                    break;
                case SendOutcome.Later { WholeLane: true, After: { } after } when round.PausedUntil is null || now + after > round.PausedUntil:
                    round.PausedUntil = now + after;
                    await standings.PauseLaneAsync(round.Batch.Lane, now + after, cancellation);
                    break;
            }
        }
    }

    private async Task<List<Row<Delivery>>> EndAsync(PublishableVersion version, IReadOnlyList<(Row<Delivery> Read, Delivery Changed)> changes, CancellationToken cancellation)
    {
        var written = await ledger.WriteAsync(changes, cancellation);
        var directory = await directories.CurrentAsync(cancellation);
        await store.AddToWorklistAsync(written.Select(row => row.Value), delivery => DeliveryPlanner.Entry(delivery, version.Item, directory), cancellation);
        Metrics.DeliveriesDelivered.Add(written.Count(row => row.Value.State is DeliveryState.Delivered));
        Metrics.DeliveriesTroubled.Add(written.Count(row => row.Value.State is DeliveryState.Failed or DeliveryState.Uncertain));
        if (written.Count > 0)
        {
            await new Transaction(Keys.Editorial).ReportDue(version.Id.Item, time.GetUtcNow()).CommitAsync(store.Editorial, cancellation);
        }

        return written;
    }

    private async Task<Dictionary<DestinationId, KnownDestination>> DestinationsAsync(DeliveryBatch batch, CancellationToken cancellation)
    {
        var (directory, known) = (await directories.CurrentAsync(cancellation), await standings.DestinationsAsync(cancellation));
        return batch.Destinations
            .Select(directory.Find)
            .OfType<Destination>()
            .ToDictionary(
                destination => destination.Id,
                destination => new KnownDestination(destination, known.GetValueOrDefault(destination.Id) is { } standing && standing.HoldsFor(destination) ? standing : null));
    }

    private Task PutBackAsync(DeliveryBatch batch, IEnumerable<DestinationId> destinations, DateTimeOffset until, CancellationToken cancellation)
    {
        var wait = until - time.GetUtcNow();
        return store.DeliveryBatches.SendAsync(batch with { Destinations = [.. destinations] }, wait > TimeSpan.Zero ? wait : TimeSpan.Zero, cancellation);
    }

    [LoggerMessage(LogLevel.Error, "Sending {Delivery} broke off; its outcome is unknown")]
    private partial void LogSendBroke(Exception exception, DeliveryId delivery);
}
