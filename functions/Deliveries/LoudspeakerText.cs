using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries;

/// <summary>What a loudspeaker reads out. A correction of pictures, or of their words, asks nobody to read the same once more.</summary>
internal sealed class LoudspeakerText(VersionReader versions)
{
    /// <summary>
    /// The loudspeakers that read these very words already. As many transactions as reading a version takes for each earlier revision that
    /// was read out, mostly none.
    /// </summary>
    /// <param name="version">With the text of the commune.</param>
    /// <param name="earlier">What earlier revisions posted at the destinations of one commune.</param>
    public async Task<IReadOnlySet<DestinationId>> ReadOutAsync(
        PublishableVersion version, IReadOnlyCollection<Delivery> earlier, CancellationToken cancellationToken)
    {
        HashSet<DestinationId> readOut = [];
        foreach (var revision in earlier.Where(IsReadOut).GroupBy(delivery => (delivery.Id.Version, delivery.Id.Destination.Commune)))
        {
            var (read, commune) = revision.Key;
            if ((await versions.FindAsync(read, cancellationToken))?.For(commune) is { } before && AreTheSame(before, version))
            {
                readOut.UnionWith(
                    revision.Where(delivery => !NewEdition.Outdates(delivery, before)).Select(delivery => delivery.Id.Destination));
            }
        }

        return readOut;
    }

    public static bool AreTheSame(PublishableVersion one, PublishableVersion other) =>
        one.Text with { Pictures = null } == other.Text with { Pictures = null }
        && (one.Content.Issuer, one.Content.Speaker, one.IsSample) == (other.Content.Issuer, other.Content.Speaker, other.IsSample);

    private static bool IsReadOut(Delivery delivery) => delivery is { Channel: ChannelKind.Loudspeaker, State: DeliveryState.Delivered };
}
