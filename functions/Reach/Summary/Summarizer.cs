using Dissemination.Content;
using Dissemination.Reach.Collection;
using Dissemination.Storage;
using Microsoft.Extensions.Options;

namespace Dissemination.Reach.Summary;

/// <summary>
/// Keeps the summary of each item up to date: whenever something happened to it, all is counted anew from its own records.
/// </summary>
internal sealed class Summarizer(
    SummaryRecords records,
    SummaryStore summaries,
    ItemReader items,
    Store store,
    IOptions<OnTimeOptions> onTime,
    IOptions<CollectionOptions> collection,
    TimeProvider time)
{
    /// <summary>Eleven transactions; two where nothing of the item was ever approved.</summary>
    /// <returns>When posts of the item are to be measured next, by language version.</returns>
    public Task<IReadOnlyList<VersionDue>> UpdateAsync(ItemId id, CancellationToken cancellationToken) =>
        OptimisticRetry.RunAsync<IReadOnlyList<VersionDue>>(
            async () =>
            {
                var (item, owed) = await records.OwedAsync(id, cancellationToken);
                if (item is null || owed.IsEmpty)
                {
                    return [];
                }

                // What is replaced is read first: whoever counted older records cannot write over newer figures.
                var read = await summaries.PlaceAsync(id, cancellationToken);
                var input = await records.ReadAsync(item, owed, cancellationToken);
                var summary = Summarizing.Of(input, onTime.Value, time.GetUtcNow());
                return await summaries.TrySaveAsync(read, summary, cancellationToken) ? MeasuredNext(input) : null;
            },
            $"the summary of {id}");

    private List<VersionDue> MeasuredNext(SummaryInput input)
    {
        var (known, now) = (input.Samples.ToDictionary(sample => sample.Delivery), time.GetUtcNow());
        return
        [
            .. from version in input.Deliveries.GroupBy(delivery => delivery.Id.Version)
               let next = CollectionDecisions.FirstDue(
                   version, delivery => known.GetValueOrDefault(delivery.Id), collection.Value.Plan, now)
               where next is not null
               select VersionDue.Of(new(version.Key, null), next.Value),
        ];
    }

    /// <summary>
    /// Has every item counted anew, after the program learned to count something else or rows were lost: the timer takes them as if
    /// something had happened to each. It changes nothing where all is right, and may be repeated. One transaction for each thousand items, and one
    /// for each hundred.
    /// </summary>
    /// <returns>How many items there are.</returns>
    public async Task<int> RebuildAsync(CancellationToken cancellationToken)
    {
        var (count, now) = (0, time.GetUtcNow());
        await foreach (var chunk in items.AllAsync(cancellationToken).Chunk(Transaction.Limit).WithCancellation(cancellationToken))
        {
            await RelistAsync(chunk, now, cancellationToken);
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

    /// <summary>Puts those into the list and onto the calendar that were stored before there were any. Two transactions for each.</summary>
    private async Task RelistAsync(IEnumerable<Row<Item>> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var row in rows.Where(row => row.Value.ListedIn is null))
        {
            var content = await items.ContentAsync(row.Value.Id, row.Value.Revision, cancellationToken);

            // Who changed it meanwhile listed it.
            await new Transaction(Keys.Editorial).Relist(row, content, now).CommitAsync(store.Editorial, cancellationToken);
        }
    }
}
