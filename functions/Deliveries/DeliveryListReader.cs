using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.Extensions.Options;

namespace Dissemination.Deliveries;

/// <summary>Deliveries page by page.</summary>
internal sealed class DeliveryListReader(
    Store store, DirectoryStore directories, TimeProvider time, IOptions<HandTaskOptions> options)
{
    private const int PageSize = 100;

    /// <summary>The most of a commune's hand tasks that one look reads: three transactions.</summary>
    private const int MostHandTasks = 3_000;

    /// <summary>The most troubled deliveries that one page looks through: five transactions.</summary>
    private const int MostTroubled = 5_000;

    /// <summary>
    /// Deliveries that match, a page at a time. One transaction for those of a commune, else one for each table that the page looks into; a
    /// page may hold fewer than its size and still not be the last.
    /// </summary>
    public async Task<Page<Delivery>> PageAsync(
        DeliveryState? state, ItemId? item, CommuneId? commune, string? continuation, CancellationToken cancellationToken)
    {
        List<string> filters = [];
        if (item is { } id)
        {
            filters.Add(TableReading.Partitions(Keys.DeliveriesOf(id.Value)));
        }

        if (state is { } wanted)
        {
            var name = wanted.ToString();
            filters.Add(TableClient.CreateQueryFilter($"State eq {name}"));
        }

        (TableClient, string)[] parts = commune is { } place
            ?
            [
                .. (await directories.CurrentAsync(cancellationToken)).FamilyOf(place).Select(part =>
                    (store.DeliveriesTo(part.Value), And([.. filters, TableClient.CreateQueryFilter($"Commune eq {part.Value}")]))),
            ]
            : [.. store.Deliveries.Select(table => (table, And(filters)))];
        return await parts.PageAsync(continuation, PageSize, DeliveriesJson.Default.Delivery, cancellationToken);

        static string And(IEnumerable<string> filters) => string.Join(" and ", filters);
    }

    /// <summary>A page of a commune's open hand tasks.</summary>
    public Task<Page<WorklistEntry>> HandTasksAsync(CommuneId commune, string? continuation, CancellationToken cancellationToken) =>
        WorklistAsync(commune, Keys.HandTasks, continuation, cancellationToken);

    /// <summary>A commune's open hand tasks as people work through them. One transaction for each thousand.</summary>
    public async Task<HandTaskList> HandTaskBoardAsync(CommuneId commune, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        var entries = await directory.FamilyOf(commune)
            .ToAsyncEnumerable()
            .SelectMany(part => store.Worklist.PartitionAsync(
                Keys.HandTasks(part.Value), DeliveriesJson.Default.WorklistEntry, cancellationToken))
            .Select(row => row.Value)
            .Take(MostHandTasks + 1)
            .ToListAsync(cancellationToken);
        return HandTaskList.Of(
            entries.Take(MostHandTasks), time.GetUtcNow() - options.Value.LateAfter, andMore: entries.Count > MostHandTasks);
    }

    /// <summary>A page of the posts that wait for a commune's confirmation.</summary>
    public Task<Page<WorklistEntry>> HeldAsync(CommuneId commune, string? continuation, CancellationToken cancellationToken) =>
        WorklistAsync(commune, Keys.Held, continuation, cancellationToken);

    /// <summary>A page of what failed or is uncertain.</summary>
    public Task<Page<WorklistEntry>> TroubledAsync(string? continuation, CancellationToken cancellationToken) =>
        TroubledAsync(TroubleFilter.All, continuation, cancellationToken);

    /// <summary>
    /// A page of those that match. One transaction for each thousand looked through; a page may hold fewer than its size and still not be
    /// the last.
    /// </summary>
    public async Task<Page<WorklistEntry>> TroubledAsync(TroubleFilter wanted, string? continuation, CancellationToken cancellationToken)
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
            if (found.Count == PageSize || seen == MostTroubled)
            {
                return new(found, PageToken.Seal(store.Worklist.Name, list, after));
            }

            (after, seen) = (entity.RowKey, seen + 1);
            if (store.Worklist.Readable(entity, DeliveriesJson.Default.WorklistEntry) is { } row && wanted.Takes(row.Value, directory))
            {
                found.Add(row);
            }
        }

        return new(found, null);
    }

    /// <summary>A page of a commune's list and of those of the communes that it took over. One transaction for each.</summary>
    private async Task<Page<WorklistEntry>> WorklistAsync(
        CommuneId commune, Func<string, string> list, string? continuation, CancellationToken cancellationToken) =>
        await (await directories.CurrentAsync(cancellationToken)).FamilyOf(commune)
            .Select(part => (store.Worklist, TableReading.Partition(list(part.Value))))
            .ToArray()
            .PageAsync(continuation, PageSize, DeliveriesJson.Default.WorklistEntry, cancellationToken);
}
