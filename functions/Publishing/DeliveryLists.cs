using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>Deliveries page by page.</summary>
internal sealed class DeliveryLists(Store store)
{
    private const int PageSize = 100;

    /// <summary>Deliveries that match, a page at a time. One transaction; a page may hold fewer than its size and still not be the last.</summary>
    public Task<Page<Delivery>> PageAsync(DeliveryState? state, ItemId? item, CommuneId? commune, string? continuation, CancellationToken cancellation)
    {
        List<string> filters = [];
        if (item is { } id)
        {
            var (from, to) = ($"{id}.", Keys.After($"{id}."));
            filters.Add(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}"));
        }

        if (commune is { } place)
        {
            var (from, to) = ($"{place}.", Keys.After($"{place}."));
            filters.Add(TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {to}"));
        }

        if (state is { } wanted)
        {
            var name = wanted.ToString();
            filters.Add(TableClient.CreateQueryFilter($"State eq {name}"));
        }

        return store.Deliveries.PageAsync(string.Join(" and ", filters), continuation, PageSize, PublishingJson.Default.Delivery, cancellation);
    }

    /// <summary>A page of a commune's open hand tasks.</summary>
    public Task<Page<WorklistEntry>> HandTasksAsync(CommuneId commune, string? continuation, CancellationToken cancellation) =>
        WorklistAsync(Keys.HandTasks(commune.Value), continuation, cancellation);

    /// <summary>A page of the posts that wait for a commune's confirmation.</summary>
    public Task<Page<WorklistEntry>> HeldAsync(CommuneId commune, string? continuation, CancellationToken cancellation) =>
        WorklistAsync(Keys.Held(commune.Value), continuation, cancellation);

    /// <summary>A page of what failed or is uncertain.</summary>
    public Task<Page<WorklistEntry>> TroubledAsync(string? continuation, CancellationToken cancellation) =>
        WorklistAsync(Keys.Troubled, continuation, cancellation);

    private Task<Page<WorklistEntry>> WorklistAsync(string list, string? continuation, CancellationToken cancellation) =>
        store.Worklist.PageAsync(TableClient.CreateQueryFilter($"PartitionKey eq {list}"), continuation, PageSize, PublishingJson.Default.WorklistEntry, cancellation);
}
