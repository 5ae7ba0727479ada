using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.Extensions.Options;

namespace Dissemination.Reach.Collection;

/// <summary>
/// Woken by the timer: measures the posts whose time has come by the plan. Language versions stand in the outbox by the time that the first
/// of their posts is due, so a tick reads nothing of all the others.
/// </summary>
internal sealed class ReachCollector(
    Outbox outbox,
    DeliveryReader deliveries,
    ShortLinkStore links,
    ReachSampleStore samples,
    PostAsking asking,
    IOptions<CollectionOptions> options,
    TimeProvider time)
{
    /// <summary>The most language versions that one invocation measures; the next tick goes on.</summary>
    private const int AtMost = 60;

    /// <summary>
    /// One transaction where nothing is due; else two more, and for each language version about six: its deliveries, its opens, what is
    /// known, what was measured, the request for its report, and its next time. The same row stays where something is left.
    /// </summary>
    public async Task CollectAsync(CancellationToken cancellationToken)
    {
        Turn? turn = null;
        await outbox.DispatchAsync(
            OutboxTopics.Measure,
            AtMost,
            async (due, stop) => await MeasureAsync(due, turn ??= await asking.BeginAsync(stop), stop),
            cancellationToken,
            before: Keys.MeasureDueAfter(time.GetUtcNow()));
    }

    private async Task<OutboxOutcome> MeasureAsync(VersionDue due, Turn turn, CancellationToken cancellationToken)
    {
        var version = due.Version;
        var now = time.GetUtcNow();
        if (now >= turn.Until)
        {
            return OutboxOutcome.Later;
        }

        var plan = options.Value.Plan;
        var all = await deliveries.OfAsync(version, cancellationToken).Select(stored => stored.Value)
            .Where(delivery => delivery.Action is not DeliveryAction.Remove)
            .ToListAsync(cancellationToken);
        var before = await samples.OfAsync(version, cancellationToken);
        Dictionary<DeliveryId, ReachSample> known = new(before.Newest);

        // A turn that broke off stored figures and may not have asked for their report.
        var report = known.Values.Any(sample => sample.At >= due.At) ? ItemDue.Of(version.Item, now) : null;
        var posts = all.Select(delivery => (Delivery: delivery, Known: known.GetValueOrDefault(delivery.Id)))
            .Where(post => CollectionDecisions.DueAt(post.Delivery, post.Known, plan, now) <= now)
            .ToList();
        if (posts.Count > 0)
        {
            var opens = await links.OpensAsync(version, cancellationToken);
            var answers = await asking.AskAsync(turn, posts, cancellationToken);
            List<ReachSample> news =
            [
                .. answers.Select(answer => CollectionDecisions.Next(
                    answer.Key, known.GetValueOrDefault(answer.Key.Id), OpensOf(answer.Key, opens), answer.Value, now)),
            ];
            news.ForEach(sample => known[sample.Delivery] = sample);
            if (!await samples.AddAsync(version, before, news, PlacesOf(all, known), cancellationToken))
            {
                return OutboxOutcome.Later;
            }
        }

        var next = CollectionDecisions.FirstDue(all, delivery => known.GetValueOrDefault(delivery.Id), plan, now);
        return next == due.At ? OutboxOutcome.Later : OutboxOutcome.Done with { With = NextSteps(due, next, report) };
    }

    /// <summary>The row of the next time, and what is owed of an earlier turn, in the transaction that takes this row away.</summary>
    private static Transaction NextSteps(VersionDue due, DateTimeOffset? next, ItemDue? report)
    {
        var transaction = new Transaction(Keys.Editorial);
        if (next is { } at)
        {
            transaction.HandOver(OutboxTopics.Measure, due with { At = at });
        }

        return report is null ? transaction : transaction.HandOver(OutboxTopics.Report, report);
    }

    /// <summary>What is read aloud names no link: that nobody opened one says nothing.</summary>
    private static long? OpensOf(Delivery delivery, IReadOnlyDictionary<string, long> opens) =>
        delivery.Channel is ChannelKind.Loudspeaker ? null : opens.GetValueOrDefault(delivery.Link);

    /// <summary>
    /// What the samples say and no more, though the links of all posts were counted: else days would be ahead of the posts' own figures.
    /// </summary>
    private static ImmutableArray<OpensOfPlaces> PlacesOf(IEnumerable<Delivery> all, IReadOnlyDictionary<DeliveryId, ReachSample> known) =>
    [
        .. all.Select(delivery => (Delivery: delivery, Opens: known.GetValueOrDefault(delivery.Id)?.LinkOpens ?? 0))
            .Where(post => post.Opens > 0)
            .GroupBy(post => (post.Delivery.Id.Destination.Commune, post.Delivery.Channel), post => post.Opens)
            .OrderBy(places => places.Key.Commune.Value, StringComparer.Ordinal)
            .ThenBy(places => places.Key.Channel)
            .Select(places => new OpensOfPlaces(places.Key.Commune, places.Key.Channel, places.Sum())),
    ];
}
