using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Publishing;

/// <summary>What the public may read behind a short link: what may go out now, or else what went out and was not taken back.</summary>
internal sealed class PublicVersions(Store store, VersionReader versions, TimeProvider time)
{
    /// <summary>How many earlier revisions are looked at.</summary>
    private const int MostEarlier = 5;

    /// <param name="commune">The commune whose link it is, if it is one's: its own variant comes first.</param>
    /// <returns>Null where there is nothing that the public may read.</returns>
    public async Task<PublishableVersion?> FindAsync(ItemId id, LanguageTag language, CommuneId? commune, CancellationToken cancellation)
    {
        if (await store.Editorial.FindAsync(Keys.Editorial, Keys.Item(id.Value), ContentJson.Default.Item, cancellation) is not { Value: var item })
        {
            return null;
        }

        var now = time.GetUtcNow();
        var current = await versions.FindAsync(new(id, item.Revision, language), cancellation);
        if (!item.IsEarly(now))
        {
            if (current?.For(commune) is { } own && own.ClearanceAt(now) is Clearance.Clear)
            {
                return own;
            }

            if (current?.ClearanceAt(now) is Clearance.Clear)
            {
                return current;
            }
        }

        // A translation that was given back is wrong in its earlier revisions too.
        if (item.Withdrawal is not null || item.IsExpired(now) || current?.Translation?.State is TranslationState.Returned)
        {
            return null;
        }

        // A new revision waits for its approval or its time; the links of the one before still lead somewhere.
        for (var revision = item.Revision - 1; revision >= Math.Max(1, item.Revision - MostEarlier); revision--)
        {
            var version = new VersionId(id, revision, language);
            if (await WentOutAsync(version, cancellation)
                && await versions.FindAsync(version, cancellation) is { } earlier
                && new[] { earlier.For(commune), earlier }.FirstOrDefault(text => WasApproved(text.Translation)) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>A new revision outdates what was approved, and what was not.</summary>
    private static bool WasApproved(TranslatedVersion? translation) => translation is null or { ReviewedBy: not null, ReturnReason: null };

    // Only what may go out is ever planned, in one commune at least.
    private ValueTask<bool> WentOutAsync(VersionId version, CancellationToken cancellation) =>
        store.Deliveries
            .ToAsyncEnumerable()
            .SelectMany(table => table.QueryAsync<TableEntity>(TableReading.Partitions(Keys.DeliveriesOf(version.ToString())), maxPerPage: 1, cancellationToken: cancellation))
            .AnyAsync(cancellation);
}
