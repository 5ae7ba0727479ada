using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// The blocks with open deliveries of every share, by the time they are due: what Publishing hands to Channels. A block in which a machine
/// has still something to do is named here until all of it has ended, so that whoever wakes a share, whenever and however often, finds all
/// that is left to do.
/// </summary>
internal sealed class Backlog(Store store, TimeProvider time)
{
    /// <summary>Hands blocks over. One transaction for each hundred.</summary>
    /// <param name="deliveries">Of the blocks; those that nobody has to send are passed over.</param>
    /// <param name="after">When they are due, from now.</param>
    /// <returns>The shares that have something to do.</returns>
    public async Task<IReadOnlyCollection<string>> AddAsync(
        IEnumerable<StoredDelivery> deliveries, CancellationToken cancellationToken, TimeSpan after = default)
    {
        var blocks = deliveries
            .Where(stored => stored.Value is { State: DeliveryState.Due, IsByHand: false })
            .Select(stored => new OpenBlock(stored.Block.Version, stored.Block.Name))
            .Distinct()
            .ToList();
        await PutAsync(blocks, cancellationToken, after);
        return blocks.Select(block => Keys.ShareOfBlock(block.Block)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Hands blocks over and wakes their shares with a message each.</summary>
    public async Task AddAndWakeAsync(IEnumerable<StoredDelivery> deliveries, CancellationToken cancellationToken)
    {
        foreach (var share in await AddAsync(deliveries, cancellationToken))
        {
            await WakeAsync(share, TimeSpan.Zero, cancellationToken);
        }
    }

    /// <summary>Puts blocks in, or back. One transaction for each hundred.</summary>
    /// <param name="after">When they are due, from now.</param>
    public async Task PutAsync(IReadOnlyCollection<OpenBlock> blocks, CancellationToken cancellationToken, TimeSpan after = default)
    {
        var due = time.GetUtcNow() + after;
        foreach (var chunk in blocks.Chunk(Transaction.Limit))
        {
            var transaction = new Transaction(Keys.BacklogPartition);
            foreach (var block in chunk)
            {
                transaction.Put(block.KeyAt(due), block, DeliveriesJson.Default.OpenBlock);
            }

            await transaction.CommitAsync(store.Backlog, cancellationToken);
        }
    }

    /// <summary>The first blocks of a share, those due first. One transaction, where those due first can be read.</summary>
    public async Task<IReadOnlyList<Row<OpenBlock>>> FirstAsync(string share, int most, CancellationToken cancellationToken)
    {
        Page<OpenBlock> page = new([], null);
        do
        {
            page = await store.Backlog.PageAsync(
                TableReading.Prefix(Keys.BacklogPartition, Keys.BacklogOf(share)),
                page.Next,
                most,
                DeliveriesJson.Default.OpenBlock,
                cancellationToken);
        }
        while (page is { Rows.Count: 0, Next: not null });

        return page.Rows;
    }

    /// <summary>Takes blocks out and puts what is left of them back, at the time when it is due. One transaction for fifty.</summary>
    public async Task ChangeAsync(IReadOnlyCollection<BacklogChange> changes, CancellationToken cancellationToken)
    {
        foreach (var chunk in changes.Chunk(Transaction.Limit / 2))
        {
            if (!AreApart(chunk) || !await TryChangeAsync(chunk, cancellationToken))
            {
                // Two come to the same; or somebody put one anew meanwhile: that one is looked at again.
                foreach (var change in chunk)
                {
                    await TryChangeAsync([change], cancellationToken);
                }
            }
        }
    }

    /// <param name="after">How long the share may sleep on.</param>
    public Task WakeAsync(string share, TimeSpan after, CancellationToken cancellationToken) =>
        store.Lanes.SendAsync(new ShareWake(share), after, cancellationToken);

    /// <summary>Whether no row is touched twice, which one transaction does not take.</summary>
    private static bool AreApart(BacklogChange[] changes)
    {
        HashSet<string> touched = new(StringComparer.Ordinal);
        return Array.TrueForAll(changes, change =>
            touched.Add(change.Read.RowKey)
            && (change.Rest?.KeyAt(change.Due) is not { } key || key == change.Read.RowKey || touched.Add(key)));
    }

    private async Task<bool> TryChangeAsync(BacklogChange[] changes, CancellationToken cancellationToken)
    {
        var transaction = new Transaction(Keys.BacklogPartition);
        foreach (var (read, rest, due) in changes)
        {
            if (rest is null)
            {
                transaction.Delete(read);
            }
            else if (rest.KeyAt(due) is var key && key == read.RowKey)
            {
                transaction.Replace(read, rest, DeliveriesJson.Default.OpenBlock);
            }
            else
            {
                transaction.Delete(read).Put(key, rest, DeliveriesJson.Default.OpenBlock);
            }
        }

        return await transaction.CommitAsync(store.Backlog, cancellationToken);
    }
}
