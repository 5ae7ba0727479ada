using System.Collections.Concurrent;
using Dissemination.Channels;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Microsoft.Extensions.Options;

namespace Dissemination.Reach.Collection;

/// <summary>Asks channels for the figures of posts: lanes side by side, the posts of a lane one after the other.</summary>
internal sealed class PostAsking(
    ChannelRouting routing, DirectoryStore directories, HealthStore health, IOptions<CollectionOptions> options, TimeProvider time)
{
    /// <summary>For how long a turn begins anything: an invocation ends long before the host's limit.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    /// <summary>Two transactions, one where the directory is fresh.</summary>
    public async Task<Turn> BeginAsync(CancellationToken cancellationToken) => new(
        await directories.CurrentAsync(cancellationToken), await health.ReadAsync(cancellationToken), time.GetUtcNow() + Length);

    /// <summary>Asks for some posts. No transactions.</summary>
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

                answers[delivery] = await AskAsync(turn, delivery, known, stop);
            }
        });
        return answers;
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
}
