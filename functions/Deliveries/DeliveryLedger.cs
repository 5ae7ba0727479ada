using Azure;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// Reads and writes blocks of deliveries. Two that change different deliveries of a block keep both changes; of two that change the same
/// delivery the second changes nothing.
/// </summary>
internal sealed class DeliveryLedger(Store store, DeliveryReader deliveries, LaneShares shares)
{
    /// <summary>The most blocks that one transaction changes, far below its limit in bytes.</summary>
    private const int MostBlocks = 30;

    /// <summary>The most deliveries that one transaction adds, as many as a step of a fan-out.</summary>
    private const int MostNews = 1_000;

    /// <summary>One block. One transaction.</summary>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="UnreadableRowException">It is there and cannot be read.</exception>
    public async Task<StoredBlock?> FindAsync(VersionId version, string block, CancellationToken cancellationToken) =>
        await store.Deliveries.FindAsync(version.ToString(), block, DeliveriesJson.Default.DeliveryBlock, cancellationToken) is { } row
            ? new(row)
            : null;

    /// <summary>
    /// Writes what changed, of each language version together. One transaction for each, and where somebody else changed one of its blocks
    /// meanwhile two more and one for each block.
    /// </summary>
    /// <returns>What was written, as it now stands; without those that somebody else changed.</returns>
    public async Task<List<StoredDelivery>> WriteAsync(
        IReadOnlyList<(StoredDelivery Read, Delivery Changed)> changes, CancellationToken cancellationToken)
    {
        List<StoredDelivery> written = new(changes.Count);
        foreach (var version in changes.GroupBy(change => change.Read.Block.Version))
        {
            foreach (var blocks in version.GroupBy(change => change.Read.Block).Chunk(MostBlocks))
            {
                written.AddRange(await WriteVersionAsync([.. blocks.SelectMany(block => block)], cancellationToken));
            }
        }

        return written;
    }

    /// <summary>Adds deliveries that are in no block yet. Three transactions for a thousand where nobody else writes.</summary>
    /// <param name="news">Of one language version.</param>
    /// <returns>All of them as they stand now: what was there already was left as it is.</returns>
    public async Task<List<StoredDelivery>> AddAsync(IReadOnlyCollection<Delivery> news, CancellationToken cancellationToken)
    {
        List<StoredDelivery> standing = new(news.Count);
        foreach (var some in news.Chunk(MostNews))
        {
            standing.AddRange(
                await OptimisticRetry.RunAsync(
                    () => TryAddAsync(some, cancellationToken), $"the deliveries of {some[0].Id.Version}", mostTries: 20));
        }

        return standing;
    }

    /// <summary>What is known of all deliveries of a version. One transaction.</summary>
    public Task<Row<DeliveryHead>?> HeadAsync(VersionId version, CancellationToken cancellationToken) =>
        store.Deliveries.FindAsync(version.ToString(), Keys.DeliveriesHead, DeliveriesJson.Default.DeliveryHead, cancellationToken);

    /// <summary>Changes deliveries and adds others, all in one transaction.</summary>
    /// <param name="head">As it was read before what is there was looked at.</param>
    /// <param name="last">What the head says afterwards; null where it says only that something was added.</param>
    /// <returns>What was added, as it stands; null where somebody else wrote meanwhile, and nothing was written.</returns>
    public async Task<List<StoredDelivery>?> TryChangeAsync(
        VersionId version,
        Row<DeliveryHead>? head,
        DeliveryChange change,
        Func<int, DeliveryHead>? last,
        CancellationToken cancellationToken)
    {
        var transaction = new Transaction(version.ToString());
        var added = NewBlocks.Of(change.News, shares.Of, head?.Value.Next ?? 0);
        if (added.Count > 0)
        {
            transaction.Save(
                head,
                Keys.DeliveriesHead,
                last?.Invoke(added.Count) ?? DeliveryHead.AfterOthers(head?.Value, added.Count),
                DeliveriesJson.Default.DeliveryHead);
        }

        foreach (var (name, block) in added)
        {
            transaction.Insert(name, block, DeliveriesJson.Default.DeliveryBlock);
        }

        var changed = Changed(change.Changes);
        foreach (var (block, after) in changed)
        {
            transaction.Replace(block.Row, after, DeliveriesJson.Default.DeliveryBlock);
        }

        if (!change.Changes.All(one => one.Read.IsAsRead)
            || await transaction.CommitForTagsAsync(store.Deliveries, cancellationToken) is not { } tags)
        {
            return null;
        }

        Keep(changed, [.. tags.Skip(tags.Count - changed.Count)]);
        return
        [
            .. added.Zip(tags.Skip(tags.Count - changed.Count - added.Count)).SelectMany(
                pair => new StoredBlock(new(version.ToString(), pair.First.Name, pair.First.Block, pair.Second)).Deliveries),
        ];
    }

    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private async Task<List<StoredDelivery>?> TryAddAsync(Delivery[] news, CancellationToken cancellationToken)
    {
        // The head first: whoever adds something after it was read makes the write fail.
        var version = news[0].Id.Version;
        var head = await HeadAsync(version, cancellationToken);
        var there = await deliveries.ReadAsync(news.Select(delivery => delivery.Id), cancellationToken);
        var missing = news.ExceptBy(there.Select(stored => stored.Value.Id), delivery => delivery.Id).ToList();
        return await TryChangeAsync(version, head, new([], missing), last: null, cancellationToken) is { } added
            ? [.. there, .. added]
            : null;
    }

    /// <param name="changes">Of one language version.</param>
    private async Task<List<StoredDelivery>> WriteVersionAsync(
        List<(StoredDelivery Read, Delivery Changed)> changes, CancellationToken cancellationToken)
    {
        while (changes.FindAll(change => change.Read.IsAsRead) is { Count: > 0 } valid)
        {
            var blocks = Changed(valid);
            var transaction = new Transaction(valid[0].Read.Block.Row.PartitionKey);
            foreach (var (block, after) in blocks)
            {
                transaction.Replace(block.Row, after, DeliveriesJson.Default.DeliveryBlock);
            }

            if (await transaction.CommitForTagsAsync(store.Deliveries, cancellationToken) is { } tags)
            {
                Keep(blocks, tags);
                return valid.ConvertAll(change => change.Read with { Value = change.Read.Block.Row.Value.Find(change.Read.Value.Id)! });
            }

            // Somebody changed one of the blocks: with what stands there now, each time after somebody else has got on.
            foreach (var (block, _) in blocks)
            {
                var now = await FindAsync(block.Version, block.Name, cancellationToken);
                block.Row = now?.Row ?? block.Row with { Value = new([]) };
            }
        }

        return [];
    }

    private static List<(StoredBlock Block, DeliveryBlock After)> Changed(IReadOnlyList<(StoredDelivery Read, Delivery Changed)> changes) =>
    [
        .. changes.GroupBy(change => change.Read.Block).Select(block => (block.Key, block.Key.Row.Value.With(
            block.ToDictionary(
                change => change.Read.Value.Id, change => change.Changed with { Writes = change.Read.Value.Writes + 1 })))),
    ];

    private static void Keep(List<(StoredBlock Block, DeliveryBlock After)> blocks, IReadOnlyList<ETag> tags)
    {
        foreach (var ((block, after), tag) in blocks.Zip(tags))
        {
            block.Row = block.Row with { Value = after, ETag = tag };
        }
    }
}
