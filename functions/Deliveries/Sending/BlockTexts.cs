using Dissemination.Channels.Cards;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries.Sending;

/// <summary>Reads the texts of a block, each with its picture card.</summary>
internal sealed class BlockTexts(CardStore cards, VersionReader versions)
{
    /// <summary>The text that communes get, and what those get instead that have a variant of their own.</summary>
    public async Task<(PostableText Common, Dictionary<CommuneId, PostableText> Own)> ReadAsync(
        ShareRun run, StoredBlock block, CancellationToken cancellationToken)
    {
        var version = await run.Versions.ReadAsync(block.Version, cancellationToken);
        if (block.Row.Value.Deliveries.Any(delivery => delivery.Channel is ChannelKind.TelegramVoice))
        {
            version = await versions.WithRecordingsAsync(version, cancellationToken);
        }

        Dictionary<CommuneId, PostableText> own = [];
        foreach (var commune in version.Variants.Select(variant => variant.Commune).OfType<CommuneId>()
            .Intersect(block.Row.Value.Deliveries.Select(delivery => delivery.Id.Destination.Commune)))
        {
            own[commune] = await ReadyAsync(version.For(commune), cancellationToken);
        }

        return (await ReadyAsync(version, cancellationToken), own);
    }

    private async Task<PostableText> ReadyAsync(PublishableVersion text, CancellationToken cancellationToken) =>
        new(text, await cards.EnsureAsync(text.Id.Item, text.Card, cancellationToken));
}
