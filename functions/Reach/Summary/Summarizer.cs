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
}
