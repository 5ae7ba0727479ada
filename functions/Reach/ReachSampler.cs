using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Reach;

/// <summary>Woken by the timer: takes a sample of each delivery whose figures changed, for a month after it went out.</summary>
internal sealed class ReachSampler(Store store, ChannelRouting routing, DirectoryStore directories, TimeProvider time)
{
    private static readonly TimeSpan HowLong = TimeSpan.FromDays(30);

    /// <summary>The most questions to channels in one invocation; the next tick asks on.</summary>
    private const int MostQuestions = 20;

    public async Task SampleAsync(CancellationToken cancellation)
    {
        var (directory, now) = (await directories.CurrentAsync(cancellation), time.GetUtcNow());
        var questions = MostQuestions;
        var published = store.Editorial.BetweenAsync(
            Keys.Editorial,
            Keys.PublishedPrefix,
            Keys.PublishedUntil(now - HowLong),
            PublishingJson.Default.PublishedVersion,
            cancellation);
        await foreach (var version in published)
        {
            questions = await SampleAsync(version.Value.Version, directory, questions, now, cancellation);
        }
    }

    private async Task<int> SampleAsync(VersionId version, DirectorySnapshot directory, int questions, DateTimeOffset now, CancellationToken cancellation)
    {
        var opens = await store.Links
            .PartitionsAsync(LinkCode.PrefixOf(version), PublishingJson.Default.ShortLink, cancellation)
            .ToDictionaryAsync(link => link.Value.Delivery, link => link.Value.Opens, cancellationToken: cancellation);
        var latest = await store.Reach
            .StartingWithAsync(version.ToString(), Keys.LatestSample(""), ReachJson.Default.ReachSample, cancellation)
            .ToDictionaryAsync(sample => sample.Value.Delivery, sample => sample.Value, cancellationToken: cancellation);
        List<ReachSample> news = [];
        await foreach (var row in store.Deliveries.PartitionsAsync(Keys.DeliveriesOf(version.ToString()), PublishingJson.Default.Delivery, cancellation))
        {
            var delivery = row.Value;
            if (delivery.State is not DeliveryState.Delivered || delivery.Action is DeliveryAction.Remove)
            {
                continue;
            }

            var earlier = latest.GetValueOrDefault(delivery.Id);
            var audience = earlier?.Audience;
            if (earlier is null
                && directory.Find(delivery.Id.Destination) is { } destination
                && routing.Find(destination).Value is { Channel: { } channel, Credential: not null } route)
            {
                if (questions-- <= 0)
                {
                    continue;
                }

                audience = await channel.CountAudienceAsync(destination, route.Credential, cancellation);
            }

            var sample = new ReachSample(delivery.Id, now, opens.TryGetValue(delivery.Id, out var count) ? count : null, audience, delivery.Attendance);
            if (!sample.SaysTheSameAs(earlier))
            {
                news.Add(sample);
            }
        }

        await StoreAsync(version, news, cancellation);
        return questions;
    }

    private async Task StoreAsync(VersionId version, List<ReachSample> samples, CancellationToken cancellation)
    {
        // Two rows each: the newest, which reports read, and the one of this time.
        foreach (var chunk in samples.Chunk(Transaction.Limit / 2))
        {
            var transaction = new Transaction(version.ToString());
            foreach (var sample in chunk)
            {
                var destination = sample.Delivery.Destination.ToString();
                transaction
                    .Put(Keys.LatestSample(destination), sample, ReachJson.Default.ReachSample)
                    .Put(Keys.SampleAt(destination, sample.At), sample, ReachJson.Default.ReachSample);
            }

            await transaction.CommitAsync(store.Reach, cancellation);
            Metrics.SamplesTaken.Add(chunk.Length);
        }

        if (samples.Count > 0)
        {
            await new Transaction(Keys.Editorial).ReportDue(version.Item, time.GetUtcNow()).CommitAsync(store.Editorial, cancellation);
        }
    }
}
