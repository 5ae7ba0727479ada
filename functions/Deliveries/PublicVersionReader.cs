using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Translation;

namespace Dissemination.Deliveries;

/// <summary>What the public may read behind a short link: what may go out now, or else what went out and was not taken back.</summary>
internal sealed class PublicVersionReader(ItemReader items, VersionReader versions, DeliveryReader deliveries, TimeProvider time)
{
    /// <summary>How many earlier revisions are looked at.</summary>
    private const int MostEarlier = 5;

    /// <param name="commune">The commune whose link it is, if it is one's: its own variant comes first.</param>
    /// <returns>Null where there is nothing that the public may read.</returns>
    public async Task<PublishableVersion?> FindAsync(
        ItemId id, LanguageTag language, CommuneId? commune, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(id, cancellationToken) is not { Value: var item })
        {
            return null;
        }

        var now = time.GetUtcNow();
        var current = await versions.FindAsync(new(id, item.Revision, language), cancellationToken);
        if (!item.IsEarly(language, now) && current is not null
            && new[] { current.For(commune), current }.FirstOrDefault(text => text.MayBeReadAt(now)) is { } readable)
        {
            return readable;
        }

        // A translation that was given back is wrong in its earlier revisions too.
        return item.Withdrawal is not null || item.IsExpired(now) || IsWrong(current?.Translation)
            ? null
            : await EarlierAsync(item, language, commune, cancellationToken);
    }

    /// <summary>A new revision waits for its approval or its time; the links of the one before still lead somewhere.</summary>
    private async Task<PublishableVersion?> EarlierAsync(
        Item item, LanguageTag language, CommuneId? commune, CancellationToken cancellationToken)
    {
        for (var revision = item.Revision - 1; revision >= Math.Max(1, item.Revision - MostEarlier); revision--)
        {
            var version = new VersionId(item.Id, revision, language);
            if (await deliveries.IsAnyOfAsync(version, cancellationToken)
                && await versions.FindAsync(version, cancellationToken) is { } earlier
                && new[] { earlier.For(commune), earlier }.FirstOrDefault(text => text.HasApprovedWords) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Given back, and nothing of it that was approved before holds.</summary>
    private static bool IsWrong(TranslatedVersion? translation) =>
        translation is { HasApproved: false, State: TranslationState.Returned } or { HasApproved: false, IsTakenBack: true };
}
