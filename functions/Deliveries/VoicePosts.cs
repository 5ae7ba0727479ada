using Dissemination.Channels.Website;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Translation.Recordings;

namespace Dissemination.Deliveries;

/// <summary>
/// Brings what is heard of a version in line with what is approved: feeds get its voices, and what says other words, or was taken back,
/// is taken down where it was sent.
/// </summary>
internal sealed class VoicePosts(DeliveryReader deliveries, RemovalPlanner removals, FeedVoiceStore feeds, FeedReader drawn)
{
    /// <summary>How many earlier revisions are looked at.</summary>
    private const int MostEarlier = 5;

    /// <summary>
    /// Doing it again changes nothing. None where nothing was recorded; else two transactions for each text, and where voices are sent
    /// somewhere one for this revision and each before it, and what taking down takes.
    /// </summary>
    /// <param name="version">With what was recorded of it.</param>
    /// <returns>False where a voice is being sent this moment that has to go: it is to be looked at again.</returns>
    public async Task<bool> SettleAsync(PublishableVersion version, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        foreach (var recording in version.Recordings)
        {
            await feeds.SetAsync(recording.Text, OfFeeds(recording), cancellationToken);
            drawn.Forget(version.Id.Language);
        }

        if (!directory.Destinations.Any(Plan.IsForVoices))
        {
            return true;
        }

        var isSettled = true;
        var oldest = Math.Max(1, version.Id.Revision - MostEarlier);
        for (var revision = version.Recordings.IsEmpty ? version.Id.Revision - 1 : version.Id.Revision; revision >= oldest; revision--)
        {
            isSettled &= await TakeDownAsync(version, version.Id with { Revision = revision }, cancellationToken);
        }

        return isSettled;
    }

    private static bool IsOutOrSent(Delivery delivery) =>
        delivery is { Channel: ChannelKind.TelegramVoice, Id.Removes: false, State: DeliveryState.Delivered or DeliveryState.Sending };

    /// <summary>Takes down what was sent of a revision and is not what holds now.</summary>
    /// <returns>False where some of it is being sent.</returns>
    private async Task<bool> TakeDownAsync(PublishableVersion now, VersionId sent, CancellationToken cancellationToken)
    {
        var wrong = await deliveries.OfAsync(sent, cancellationToken)
            .Select(stored => stored.Value)
            .Where(delivery => IsOutOrSent(delivery)
                && (sent != now.Id
                    || now.For(delivery.Id.Destination.Commune).EditionAt(delivery.Channel) != delivery.Edition))
            .ToListAsync(cancellationToken);
        var isOut = wrong.FindAll(delivery => delivery.State is DeliveryState.Delivered);
        if (isOut.Count > 0)
        {
            await removals.PlanAsync(now, isOut, cancellationToken);
        }

        return isOut.Count == wrong.Count;
    }

    private static FeedVoice? OfFeeds(Recording recording) => recording.Voice is { } voice
        ? new(recording.Text, voice.Words, new(voice.File, voice.Bytes, voice.Milliseconds), voice.At)
        : null;
}
