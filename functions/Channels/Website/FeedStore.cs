using System.Collections.Concurrent;
using System.Collections.Immutable;
using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Channels.Website;

/// <summary>
/// The entries of every feed. One item comes into the feeds of all communes at about the same moment, so what is written at once to feeds
/// of one partition is one transaction.
/// </summary>
internal sealed class FeedStore(Store store, SiteAddress site) : IDisposable
{
    /// <summary>Only revisions of one item compete for a row.</summary>
    private const int MostTries = 10;

    private readonly ConcurrentDictionary<string, GroupCommit> _writes = new(StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var writes in _writes.Values)
        {
            writes.Dispose();
        }
    }

    /// <summary>What a feed holds of an item. One transaction.</summary>
    public async Task<FeedPointer?> FindAsync(FeedId feed, ItemId item, CancellationToken cancellationToken) =>
        (await PointerAsync(feed, item, cancellationToken))?.Value;

    /// <summary>
    /// Puts in an entry of an item of which the feed most likely holds nothing yet: two rows in a transaction that others share. Where it
    /// does hold something, as <see cref="ReplaceAsync"/>.
    /// </summary>
    /// <param name="allBegun">Completes when the others that come at the same time are here.</param>
    /// <returns>What the feed holds of the item now: this entry, or a newer revision's that came first.</returns>
    public async Task<FeedPointer> AddAsync(FeedId feed, Post post, Task allBegun, CancellationToken cancellationToken)
    {
        var pointer = new FeedPointer(post.Id, RowOf(feed, post), post.PublishedAt);
        var transaction = new Transaction(feed.Partition)
            .Insert(KeysOfFeeds.FeedPointer(feed.Commune.Value, post.Id.Version.Item.Value), pointer, FeedRowsJson.Default.FeedPointer)
            .Insert(pointer.Row, FeedEntries.Of(post, site.Base), FeedRowsJson.Default.FeedEntry);
        return await CommitAsync(transaction, allBegun, cancellationToken) ? pointer : await ReplaceAsync(feed, post, cancellationToken);
    }

    /// <summary>
    /// Puts an entry in the place of the one of an older revision, if there is one; the same entry again changes nothing. A transaction to
    /// read, and three rows in one that others share.
    /// </summary>
    /// <returns>As <see cref="AddAsync"/> does.</returns>
    public Task<FeedPointer> ReplaceAsync(FeedId feed, Post post, CancellationToken cancellationToken) =>
        OptimisticRetry.RunAsync(
            () => TryReplaceAsync(feed, post, cancellationToken), $"the entry of {post.Id} in the feed {feed.Commune}", MostTries);

    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private async Task<FeedPointer?> TryReplaceAsync(FeedId feed, Post post, CancellationToken cancellationToken) =>
        await PointerAsync(feed, post.Id.Version.Item, cancellationToken) is var found
            && found is not null && !found.Value.Delivery.IsBefore(post.Id)
            ? found.Value
            : await TryWriteAsync(feed, post, found, cancellationToken);

    /// <param name="found">What the feed held of the item when it was read; null where nothing.</param>
    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private async Task<FeedPointer?> TryWriteAsync(
        FeedId feed, Post post, Row<FeedPointer>? found, CancellationToken cancellationToken)
    {
        // Where it stands a reader meets it as new: a correction comes up again, and says since when it is there.
        var item = post.Id.Version.Item.Value;
        var row = RowOf(feed, post);
        var pointer = new FeedPointer(post.Id, row, found?.Value.PublishedAt ?? post.PublishedAt);
        var entry = FeedEntries.Of(post, site.Base);
        if (found is not null)
        {
            entry = entry with { PublishedAt = pointer.PublishedAt, CorrectedAt = post.PublishedAt };
        }

        var transaction = new Transaction(feed.Partition)
            .Save(found, KeysOfFeeds.FeedPointer(feed.Commune.Value, item), pointer, FeedRowsJson.Default.FeedPointer)
            .Put(row, entry, FeedRowsJson.Default.FeedEntry);
        if (found is not null && found.Value.Row != row)
        {
            transaction.Delete(found.Value.Row);
        }

        return await CommitAsync(transaction, Task.CompletedTask, cancellationToken) ? pointer : null;
    }

    private static string RowOf(FeedId feed, Post post) =>
        KeysOfFeeds.FeedEntry(feed.Commune.Value, post.PublishedAt, post.Id.Version.Item.Value);

    /// <summary>
    /// Takes an item's entry out; harmless where there is none. A transaction to read, and three rows in one that others share.
    /// </summary>
    public Task RemoveAsync(FeedId feed, ItemId item, CancellationToken cancellationToken) =>
        OptimisticRetry.RunAsync(
            () => TryRemoveAsync(feed, item, cancellationToken), $"the entry of {item} in the feed {feed.Commune}", MostTries);

    /// <returns>Null where somebody else wrote meanwhile, or took the entry out and left what points to it.</returns>
    private async Task<bool?> TryRemoveAsync(FeedId feed, ItemId item, CancellationToken cancellationToken)
    {
        if (await PointerAsync(feed, item, cancellationToken) is not { } found)
        {
            return true;
        }

        var transaction = new Transaction(feed.Partition)
            .Delete(found)
            .Delete(found.Value.Row)
            .Put(KeysOfFeeds.FeedRemoval(feed.Commune.Value), new FeedRemoval(item), FeedRowsJson.Default.FeedRemoval);
        return await CommitAsync(transaction, Task.CompletedTask, cancellationToken) ? true : null;
    }

    /// <summary>
    /// The newest entries of all, and of an item that stands in several the newest revision; and when any of it last changed. A transaction
    /// for each, however many entries it holds.
    /// </summary>
    /// <param name="feeds">A feed, and those that it took over.</param>
    public async Task<(IReadOnlyList<FeedEntry> Entries, DateTimeOffset? ModifiedAt)> NewestAsync(
        ImmutableArray<FeedId> feeds, CancellationToken cancellationToken)
    {
        List<TableEntity> rows = [];
        foreach (var feed in feeds)
        {
            rows.AddRange(await RowsAsync(feed, cancellationToken));
        }

        var removals = feeds.Select(feed => KeysOfFeeds.FeedRemoval(feed.Commune.Value)).ToList();
        var entries = rows.Where(row => !removals.Contains(row.RowKey, StringComparer.Ordinal))
            .Select(row => store.Feeds.Readable(row, FeedRowsJson.Default.FeedEntry)?.Value)
            .OfType<FeedEntry>()
            .GroupBy(entry => entry.Delivery.Version.Item)
            .Select(item => item.MaxBy(entry => entry.Delivery.Version.Revision)!)
            .OrderByDescending(entry => entry.CorrectedAt ?? entry.PublishedAt)
            .ThenBy(entry => entry.Delivery.Version.Item.Value, StringComparer.Ordinal)
            .Take(Feed.Most);
        return ([.. entries], rows.Max(row => row.Timestamp));
    }

    /// <summary>What was taken out last, and the newest entries: one page.</summary>
    private async Task<IReadOnlyList<TableEntity>> RowsAsync(FeedId feed, CancellationToken cancellationToken)
    {
        const int most = Feed.Most + 1;
        var (first, end) = (KeysOfFeeds.FeedRemoval(feed.Commune.Value), Keys.After(KeysOfFeeds.FeedEntries(feed.Commune.Value)));
        var filter = TableReading.Range(feed.Partition, first, end);
        return await store.Feeds.QueryAsync<TableEntity>(filter, most, cancellationToken: cancellationToken)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    private Task<bool> CommitAsync(Transaction transaction, Task allBegun, CancellationToken cancellationToken) =>
        _writes.GetOrAdd(transaction.PartitionKey, _ => new(store.Feeds)).CommitAsync(transaction, allBegun, cancellationToken);

    private Task<Row<FeedPointer>?> PointerAsync(FeedId feed, ItemId item, CancellationToken cancellationToken) =>
        store.Feeds.FindAsync(
            feed.Partition,
            KeysOfFeeds.FeedPointer(feed.Commune.Value, item.Value),
            FeedRowsJson.Default.FeedPointer,
            cancellationToken);
}
