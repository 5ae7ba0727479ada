using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>The deliveries that failed or are uncertain, page by page.</summary>
internal sealed class TroubleReader(Store store, DirectoryStore directories)
{
    private const int PageSize = 100;

    /// <summary>The most deliveries that one page or count looks through: two transactions.</summary>
    private const int MostLookedThrough = 2_000;

    /// <summary>
    /// A page of those that match. One transaction for each thousand looked through; a page may hold fewer than its size and still not be
    /// the last.
    /// </summary>
    /// <exception cref="BadPageTokenException">The token is not one of this list.</exception>
    public async Task<Page<WorklistEntry>> PageAsync(TroubleFilter wanted, string? continuation, CancellationToken cancellationToken)
    {
        // A row holds what is filtered by in its JSON, so it is looked through here; the token is the last row that was looked at.
        var directory = await directories.CurrentAsync(cancellationToken);
        var list = $"{Keys.Troubled} {wanted}";
        var after = Keys.AfterKey(PageToken.Open(store.Worklist.Name, list, continuation) ?? "");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Troubled} and RowKey ge {after}");
        List<Row<WorklistEntry>> found = [];
        var seen = 0;
        await foreach (var entity in store.Worklist.QueryAsync<TableEntity>(
            filter, wanted == TroubleFilter.All ? PageSize + 1 : null, cancellationToken: cancellationToken))
        {
            if (found.Count == PageSize)
            {
                return new(found, PageToken.Seal(store.Worklist.Name, list, after));
            }

            (after, seen) = (entity.RowKey, seen + 1);
            if (store.Worklist.Readable(entity, DeliveriesJson.Default.WorklistEntry) is { } row && wanted.Takes(row.Value, directory))
            {
                found.Add(row);
            }

            // Here, and not before the next one: asking for that would be another transaction.
            if (seen == MostLookedThrough)
            {
                return new(found, PageToken.Seal(store.Worklist.Name, list, after));
            }
        }

        return new(found, null);
    }

    /// <summary>How many match, of the first two thousand in trouble. One transaction for each thousand looked through.</summary>
    public async Task<TroubleCounts> CountAsync(TroubleFilter wanted, CancellationToken cancellationToken)
    {
        var (found, isWhole) = await LookThroughAsync(wanted, cancellationToken);
        return TroubleCounts.Of(found, isWhole);
    }

    /// <summary>The first of them that failed, and so can be tried again. What is uncertain a person looks at, one by one.</summary>
    public async Task<IReadOnlyList<DeliveryId>> FailedAsync(TroubleFilter wanted, int most, CancellationToken cancellationToken) =>
    [
        .. (await LookThroughAsync(wanted, cancellationToken)).Found
            .Where(entry => entry.State is DeliveryState.Failed)
            .Select(entry => entry.Delivery)
            .Take(most),
    ];

    /// <returns>What matches, and whether that is all.</returns>
    private async Task<(List<WorklistEntry> Found, bool IsWhole)> LookThroughAsync(
        TroubleFilter wanted, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        List<WorklistEntry> found = [];
        var seen = 0;
        await foreach (var entity in store.Worklist.QueryAsync<TableEntity>(
            TableReading.Partition(Keys.Troubled), cancellationToken: cancellationToken))
        {
            if (store.Worklist.Readable(entity, DeliveriesJson.Default.WorklistEntry) is { } row && wanted.Takes(row.Value, directory))
            {
                found.Add(row.Value);
            }

            if (++seen == MostLookedThrough)
            {
                return (found, false);
            }
        }

        return (found, true);
    }
}
