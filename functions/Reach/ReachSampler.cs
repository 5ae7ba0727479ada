using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Reach;

/// <summary>Woken by the timer: takes a sample of each delivery whose figures changed, for a month after it went out.</summary>
internal sealed class ReachSampler(
    PublishedVersionStore published,
    DeliveryReader deliveries,
    ShortLinkStore links,
    ReachSampleStore samples,
    ChannelRouting routing,
    DirectoryStore directories,
    TimeProvider time)
{
    private static readonly TimeSpan HowLong = TimeSpan.FromDays(30);

    /// <summary>The most questions to channels in one invocation; the next tick asks on.</summary>
    private const int MostQuestions = 20;

    public async Task SampleAsync(CancellationToken cancellationToken)
    {
        var (directory, now) = (await directories.CurrentAsync(cancellationToken), time.GetUtcNow());
        var questions = MostQuestions;
        await foreach (var version in published.SinceAsync(now - HowLong, cancellationToken))
        {
            questions = await SampleAsync(version.Version, directory, questions, now, cancellationToken);
        }
    }

    private async Task<int> SampleAsync(
        VersionId version, DirectorySnapshot directory, int questions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var opens = await links.OfAsync(version, cancellationToken)
            .ToDictionaryAsync(link => link.Delivery, link => link.Opens, cancellationToken: cancellationToken);
        var latest = await samples.LatestAsync(version, cancellationToken)
            .ToDictionaryAsync(sample => sample.Delivery, cancellationToken: cancellationToken);
        List<ReachSample> news = [];
        await foreach (var delivery in deliveries.OfAsync(version, cancellationToken).Select(row => row.Value)
            .Where(one => one is { State: DeliveryState.Delivered, Action: not DeliveryAction.Remove }))
        {
            var earlier = latest.GetValueOrDefault(delivery.Id);
            var audience = earlier?.Audience;
            if (earlier is null
                && directory.DestinationOf(delivery) is { } destination
                && routing.Find(destination).Value is { Channel: { } channel, Credential: not null } route)
            {
                if (questions-- <= 0)
                {
                    continue;
                }

                audience = await channel.CountAudienceAsync(destination, route.Credential, cancellationToken);
            }

            var sample = new ReachSample(
                delivery.Id, now, opens.TryGetValue(delivery.Id, out var count) ? count : null, audience, delivery.Attendance);
            if (!sample.SaysTheSameAs(earlier))
            {
                news.Add(sample);
            }
        }

        await samples.AddAsync(version, news, cancellationToken);
        return questions;
    }
}
