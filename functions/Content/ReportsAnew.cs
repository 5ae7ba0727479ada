using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>Has what became of every item counted anew, as if something had happened to each.</summary>
internal sealed class ReportsAnew(Store store, ItemReader items, TimeProvider time)
{
    /// <summary>
    /// Hands them over to Reports, which takes some at each tick. It changes nothing where all is right, and may be repeated. One transaction
    /// for each thousand items, and one for each hundred.
    /// </summary>
    /// <returns>How many items there are.</returns>
    public async Task<int> AskForAllAsync(CancellationToken cancellationToken)
    {
        var (count, now) = (0, time.GetUtcNow());
        await foreach (var chunk in items.AllAsync(cancellationToken).Chunk(Transaction.Limit).WithCancellation(cancellationToken))
        {
            var transaction = new Transaction(Keys.Editorial);
            foreach (var row in chunk)
            {
                transaction.HandOver(OutboxTopics.Report, ItemDue.Of(row.Value.Id, now));
            }

            await transaction.CommitAsync(store.Editorial, cancellationToken);
            count += chunk.Length;
        }

        return count;
    }
}
