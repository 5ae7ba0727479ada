using Dissemination.Channels.Cards;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries.Sending;

/// <summary>Reads the texts of a batch, each with its picture card.</summary>
internal sealed class BatchTexts(VersionReader versions, CardStore cards, TimeProvider time)
{
    /// <summary>For so long a version counts as read: an approval taken back this moment is noticed as late.</summary>
    private static readonly TimeSpan VersionHolds = TimeSpan.FromSeconds(1);

    /// <summary>The text that communes get, and what those get instead that have a variant of their own.</summary>
    public async Task<(PostableText Common, Dictionary<CommuneId, PostableText> Own)> ReadAsync(
        LaneRun run, LaneBatch batch, CancellationToken cancellationToken)
    {
        var version = await VersionAsync(run, batch.Version, cancellationToken);
        return (await ReadyAsync(version, cancellationToken), await OwnAsync(version, batch, cancellationToken));
    }

    private async Task<PostableText> ReadyAsync(PublishableVersion text, CancellationToken cancellationToken) =>
        new(text, await cards.EnsureAsync(text.Id.Item, text.Card, cancellationToken));

    /// <summary>The variants of those communes that have one and something in the batch.</summary>
    private async Task<Dictionary<CommuneId, PostableText>> OwnAsync(
        PublishableVersion version, LaneBatch batch, CancellationToken cancellationToken)
    {
        Dictionary<CommuneId, PostableText> own = [];
        if (!version.Variants.IsEmpty)
        {
            foreach (var commune in batch.Ids().Select(id => id.Destination.Commune).Distinct()
                .Where(commune => version.Variants.Any(variant => variant.Commune == commune)))
            {
                own[commune] = await ReadyAsync(version.For(commune), cancellationToken);
            }
        }

        return own;
    }

    /// <summary>The version as it stands, or stood a moment ago where the batch before was of the same.</summary>
    private async Task<PublishableVersion> VersionAsync(LaneRun run, VersionId id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (run.Version is not { } last || last.Version.Id != id || now - last.ReadAt > VersionHolds)
        {
            run.Version = last = (await versions.ReadAsync(id, cancellationToken), now);
        }

        return last.Version;
    }
}
