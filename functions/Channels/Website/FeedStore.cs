using System.Collections.Immutable;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Channels.Website;

/// <summary>The entries of every feed, and the files that are made from the newest of them.</summary>
internal sealed class FeedStore(Store store, SiteAddress site)
{
    private const string Hash = "sha256";

    /// <summary>Only revisions of one item compete for a row.</summary>
    private const int MostTries = 10;

    /// <summary>What a feed holds of an item.</summary>
    public async Task<FeedPointer?> FindAsync(FeedId feed, ItemId item, CancellationToken cancellationToken) =>
        (await PointerAsync(feed, item, cancellationToken))?.Value;

    /// <summary>
    /// Puts an entry in the place of the one of an older revision, if there is one; the same entry again changes nothing.
    /// </summary>
    /// <returns>What the feed holds of the item now: this entry, or a newer revision's that came first.</returns>
    public Task<FeedPointer> PutAsync(FeedId feed, Post post, CancellationToken cancellationToken) =>
        OptimisticRetry.RunAsync(
            () => TryPutAsync(feed, post, cancellationToken), $"the entry of {post.Id} in the feed {feed.Partition}", MostTries);

    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private async Task<FeedPointer?> TryPutAsync(FeedId feed, Post post, CancellationToken cancellationToken)
    {
        var found = await PointerAsync(feed, post.Id.Version.Item, cancellationToken);
        if (found is not null && !found.Value.Delivery.IsBefore(post.Id))
        {
            return found.Value;
        }

        // Where it stands a reader meets it as new: a correction comes up again, and says since when it is there.
        var pointer = new FeedPointer(post.Id, Keys.FeedEntry(post.PublishedAt, post.Id.Version.Item.Value));
        var (entry, earlier) = (
            FeedEntries.Of(post, site.Base), found is null ? null : await EntryAsync(feed, found.Value.Row, cancellationToken));
        if (earlier is not null)
        {
            entry = entry with { PublishedAt = earlier.PublishedAt, CorrectedAt = post.PublishedAt };
        }

        var transaction = new Transaction(feed.Partition)
            .Save(found, Keys.FeedPointer(post.Id.Version.Item.Value), pointer, FeedRowsJson.Default.FeedPointer)
            .Put(pointer.Row, entry, FeedRowsJson.Default.FeedEntry);
        if (found is not null && found.Value.Row != pointer.Row)
        {
            transaction.Delete(new Row<FeedPointer>(feed.Partition, found.Value.Row, found.Value, ETag.All));
        }

        return await transaction.CommitAsync(store.Feeds, cancellationToken) ? pointer : null;
    }

    /// <summary>Takes an item's entry out; harmless where there is none.</summary>
    public async Task RemoveAsync(FeedId feed, ItemId item, CancellationToken cancellationToken)
    {
        while (await PointerAsync(feed, item, cancellationToken) is { } found)
        {
            var transaction = new Transaction(feed.Partition).Delete(found).Delete(found.Value.Row);
            if (await transaction.CommitAsync(store.Feeds, cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>Writes a feed's files anew from its newest entries.</summary>
    /// <param name="sources">The feed, and those that it took over.</param>
    /// <param name="name">Whose feed it is, for people.</param>
    public async Task RebuildAsync(ImmutableArray<FeedId> sources, string name, CancellationToken cancellationToken)
    {
        foreach (var format in FeedFormat.All)
        {
            while (!await TryRebuildAsync(sources, name, format, cancellationToken))
            {
                // Somebody else wrote the file meanwhile, perhaps from older rows: read again.
            }
        }
    }

    private async Task<bool> TryRebuildAsync(
        ImmutableArray<FeedId> sources, string name, FeedFormat format, CancellationToken cancellationToken)
    {
        var feed = sources[0];
        var blob = store.Container(Containers.Feeds).GetBlobClient(feed.File(format));
        // The version is read before the rows: whoever writes over it has seen at least as many of them.
        var before = await blob.FindPropertiesAsync(cancellationToken);
        var bytes = format.Write(new(feed, name, site.Base, await NewestAsync(sources, cancellationToken)));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (before is not null && before.Metadata.TryGetValue(Hash, out var written) && written == hash)
        {
            return true;
        }

        var headers = new BlobHttpHeaders { ContentType = format.ContentType, CacheControl = "public, max-age=60" };
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Hash] = hash };
        return await blob.TryReplaceAsync(bytes, before?.ETag, headers, metadata, cancellationToken) is not null;
    }

    /// <summary>The newest of all, and of an item that stands in several the newest revision. A transaction for each.</summary>
    private async Task<IReadOnlyList<FeedEntry>> NewestAsync(ImmutableArray<FeedId> sources, CancellationToken cancellationToken)
    {
        List<Row<FeedEntry>> rows = [];
        foreach (var source in sources)
        {
            rows.AddRange(await NewestAsync(source, cancellationToken));
        }

        return
        [
            .. rows.GroupBy(row => row.Value.Delivery.Version.Item)
                .Select(item => item.MaxBy(row => row.Value.Delivery.Version.Revision)!)
                .OrderBy(row => row.RowKey, StringComparer.Ordinal)
                .Take(Feed.Most)
                .Select(row => row.Value),
        ];
    }

    private async Task<IReadOnlyList<Row<FeedEntry>>> NewestAsync(FeedId feed, CancellationToken cancellationToken)
    {
        var page = await store.Feeds.PageAsync(
            TableReading.Prefix(feed.Partition, Keys.FeedEntries),
            continuation: null,
            Feed.Most,
            FeedRowsJson.Default.FeedEntry,
            cancellationToken);
        return page.Rows;
    }

    private async Task<FeedEntry?> EntryAsync(FeedId feed, string row, CancellationToken cancellationToken) =>
        (await store.Feeds.FindAsync(feed.Partition, row, FeedRowsJson.Default.FeedEntry, cancellationToken))?.Value;

    private Task<Row<FeedPointer>?> PointerAsync(FeedId feed, ItemId item, CancellationToken cancellationToken) =>
        store.Feeds.FindAsync(feed.Partition, Keys.FeedPointer(item.Value), FeedRowsJson.Default.FeedPointer, cancellationToken);
}
