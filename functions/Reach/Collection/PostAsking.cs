using System.Collections.Concurrent;
using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Microsoft.Extensions.Options;

namespace Dissemination.Reach.Collection;

/// <summary>
/// Asks channels for the figures of posts: lanes side by side, the posts of a lane one after the other. What a channel says of its limits
/// holds for sending too.
/// </summary>
internal sealed partial class PostAsking(
    ChannelRouting routing,
    DirectoryStore directories,
    HealthStore health,
    IOptions<CollectionOptions> options,
    TimeProvider time,
    ILogger<PostAsking> logger)
{
    /// <summary>For how long a turn begins anything: an invocation ends long before the host's limit.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    /// <summary>Two transactions, one where the directory is fresh.</summary>
    public async Task<Turn> BeginAsync(CancellationToken cancellationToken) => new(
        await directories.CurrentAsync(cancellationToken), await health.ReadAsync(cancellationToken), time.GetUtcNow() + Length);

    /// <summary>
    /// Asks for some posts. No transactions, and two for each lane that its channel wants to wait. One that breaks off costs no other its
    /// figures.
    /// </summary>
    /// <param name="due">Each with what is known of it.</param>
    /// <returns>Without those that the turn had no time for.</returns>
    public async Task<IReadOnlyDictionary<Delivery, Answer>> AskAsync(
        Turn turn,
        IReadOnlyCollection<(Delivery Delivery, ReachSample? Known)> due,
        CancellationToken cancellationToken)
    {
        ConcurrentDictionary<Delivery, Answer> answers = new();
        var lanes = due.GroupBy(each => each.Delivery.Lane, StringComparer.Ordinal);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Lanes, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(lanes, parallel, async (lane, stop) =>
        {
            foreach (var (delivery, known) in lane)
            {
                if (time.GetUtcNow() >= turn.Until)
                {
                    return;
                }

                answers[delivery] = await TryAskAsync(turn, delivery, known, stop);
            }
        });
        return answers;
    }

    /// <summary>A channel that breaks off for a reason that nobody expected is asked for that post again, later.</summary>
    private async Task<Answer> TryAskAsync(
        Turn turn, Delivery delivery, ReachSample? known, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(turn, delivery, known, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogAskingBroke(e, delivery.Id);
            return Answer.NotBefore(CollectionDecisions.AgainAt(delivery, time.GetUtcNow(), named: null));
        }
    }

    private async Task<Answer> AskAsync(
        Turn turn, Delivery delivery, ReachSample? known, CancellationToken cancellationToken)
    {
        if (delivery.IsByHand
            || turn.Directory.DestinationOf(delivery) is not { } destination
            || routing.Find(destination) is not { IsValid: true, Value: { Channel: { } channel, Credential: not null } route })
        {
            return Answer.Nothing;
        }

        var now = time.GetUtcNow();
        if (turn.RestsUntil(route.Lane, now) is { } until)
        {
            return Answer.NotBefore(CollectionDecisions.AgainAt(delivery, now, until - now));
        }

        var place = turn.Health.Of(destination)?.MovedTo is { } moved ? destination with { Address = moved } : destination;
        var audience = known?.Audience is null ? await channel.CountAudienceAsync(place, route.Credential, cancellationToken) : null;
        var outcome = delivery.Reference is { } reference
            ? await channel.MeasureAsync(place, route.Credential, reference, cancellationToken)
            : MeasureOutcome.Nothing;
        if (outcome.LanePause is { } pause && pause > TimeSpan.Zero)
        {
            turn.Rest(route.Lane, now + pause);
            await health.PauseLaneAsync(route.Lane, now + pause, cancellationToken);
        }

        if (!outcome.IsLater)
        {
            return new(audience, outcome.Figures);
        }

        var again = CollectionDecisions.AgainAt(delivery, now, outcome.After);
        if (outcome.WholeLane)
        {
            turn.Rest(route.Lane, again);
        }

        return new(audience, outcome.Figures, again);
    }

    [LoggerMessage(LogLevel.Error, "Asking for the figures of {Delivery} broke off; it is asked for again later")]
    private partial void LogAskingBroke(Exception exception, DeliveryId delivery);
}
