using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// The open deliveries of every lane, by the time they are due: what Publishing hands to Channels. Every delivery that a machine has still
/// to make is named here until it has ended, so that whoever wakes a lane, whenever and however often, finds all that is left to do.
/// </summary>
internal sealed class Backlog(Store store, TimeProvider time)
{
    /// <summary>
    /// Hands deliveries to their lanes and wakes these. A transaction for each lane and ten thousand, and a message for each lane.
    /// </summary>
    public async Task AddAsync(IEnumerable<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var lane in deliveries.GroupBy(delivery => delivery.Lane, StringComparer.Ordinal))
        {
            var batches = lane
                .GroupBy(delivery => delivery.Id.Version)
                .SelectMany(
                    version => version.Chunk(LaneBatch.Limit)
                        .Select(chunk => new LaneBatch(version.Key, [.. chunk.Select(delivery => delivery.Id.Place)])));
            await PutAsync(lane.Key, batches.Select(batch => (batch, now)), cancellationToken);
            await WakeAsync(lane.Key, TimeSpan.Zero, cancellationToken);
        }
    }

    /// <summary>Puts a batch back that was taken out because it could not be handled.</summary>
    public Task PutAsync(string lane, LaneBatch batch, CancellationToken cancellationToken) =>
        PutAsync(lane, [(batch, time.GetUtcNow())], cancellationToken);

    /// <summary>The first batches of a lane, those due first. One transaction, where those due first can be read.</summary>
    public async Task<IReadOnlyList<Row<LaneBatch>>> FirstAsync(string lane, int most, CancellationToken cancellationToken)
    {
        Page<LaneBatch> page = new([], null);
        do
        {
            page = await store.Backlog.PageAsync(
                TableReading.Partition(lane), page.Next, most, DeliveriesJson.Default.LaneBatch, cancellationToken);
        }
        while (page is { Rows.Count: 0, Next: not null });

        return page.Rows;
    }

    /// <summary>Takes batches out and puts what is left of them back, at the time when it is due. One transaction for fifty.</summary>
    public async Task ChangeAsync(string lane, IReadOnlyCollection<BacklogChange> changes, CancellationToken cancellationToken)
    {
        foreach (var chunk in changes.Chunk(Transaction.Limit / 2))
        {
            if (!AreApart(chunk) || !await TryChangeAsync(lane, chunk, cancellationToken))
            {
                // Two come to the same, because they were planned twice; or somebody put one anew meanwhile: that one is looked at again.
                foreach (var change in chunk)
                {
                    await TryChangeAsync(lane, [change], cancellationToken);
                }
            }
        }
    }

    /// <param name="after">How long the lane may sleep on.</param>
    public Task WakeAsync(string lane, TimeSpan after, CancellationToken cancellationToken) =>
        store.Lanes.SendAsync(new LaneWake(lane), after, cancellationToken);

    /// <summary>Whether no row is touched twice, which one transaction does not take.</summary>
    private static bool AreApart(BacklogChange[] changes)
    {
        HashSet<string> touched = new(StringComparer.Ordinal);
        return Array.TrueForAll(changes, change =>
            touched.Add(change.Read.RowKey)
            && (change.Rest is not { Deliveries.IsEmpty: false } rest || rest.KeyAt(change.Due) is var key
            && (key == change.Read.RowKey || touched.Add(key))));
    }

    private async Task<bool> TryChangeAsync(string lane, BacklogChange[] changes, CancellationToken cancellationToken)
    {
        var transaction = new Transaction(lane);
        foreach (var (read, rest, due) in changes)
        {
            if (rest is not { Deliveries.IsEmpty: false })
            {
                transaction.Delete(read);
            }
            else if (rest.KeyAt(due) is var key && key == read.RowKey)
            {
                transaction.Replace(read, rest, DeliveriesJson.Default.LaneBatch);
            }
            else
            {
                transaction.Delete(read).Put(key, rest, DeliveriesJson.Default.LaneBatch);
            }
        }

        return await transaction.CommitAsync(store.Backlog, cancellationToken);
    }

    private async Task PutAsync(
        string lane, IEnumerable<(LaneBatch Batch, DateTimeOffset Due)> batches, CancellationToken cancellationToken)
    {
        foreach (var chunk in batches.Chunk(Transaction.Limit))
        {
            var transaction = new Transaction(lane);
            foreach (var (batch, due) in chunk)
            {
                transaction.Put(batch.KeyAt(due), batch, DeliveriesJson.Default.LaneBatch);
            }

            await transaction.CommitAsync(store.Backlog, cancellationToken);
        }
    }
}
