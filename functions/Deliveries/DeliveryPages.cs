using System.Globalization;
using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>Deliveries page by page, in the order in which they stand in storage.</summary>
internal sealed class DeliveryPages(Store store, DirectoryStore directories)
{
    private const int PageSize = 100;

    /// <summary>The blocks of one transaction.</summary>
    private const int AtOnce = 15;

    /// <summary>The most blocks that a page looks through.</summary>
    private const int MostBlocks = 3 * AtOnce;

    /// <summary>
    /// Deliveries that match, a page at a time. At most three transactions; a page may hold fewer than its size and still not be the last.
    /// </summary>
    /// <exception cref="BadPageTokenException">The token is not one of this list.</exception>
    public async Task<Page<Delivery>> PageAsync(
        DeliveryState? state, ItemId? item, CommuneId? commune, string? continuation, CancellationToken cancellationToken)
    {
        HashSet<CommuneId>? family = commune is { } place
            ? [.. (await directories.CurrentAsync(cancellationToken)).FamilyOf(place)]
            : null;
        var filter = Filter(state, item, family);
        var list = $"{filter} {state}";
        var from = Mark.Parse(PageToken.Open(store.Deliveries.Name, list, continuation));
        List<Row<Delivery>> found = [];
        var looked = 0;
        await foreach (var entity in store.Deliveries.QueryAsync<TableEntity>(
            from is null ? filter : $"{filter} and {from.Filter}", AtOnce, cancellationToken: cancellationToken))
        {
            if (looked++ == MostBlocks)
            {
                return new(found, Seal(entity, 0));
            }

            var block = store.Deliveries.Readable(entity, DeliveriesJson.Default.DeliveryBlock);
            for (var at = from?.PlaceIn(entity) ?? 0; at < (block?.Value.Deliveries.Length ?? 0); at++)
            {
                var delivery = block!.Value.Deliveries[at];
                if ((state is { } wanted && delivery.State != wanted) || family?.Contains(delivery.Id.Destination.Commune) == false)
                {
                    continue;
                }

                if (found.Count == PageSize)
                {
                    return new(found, Seal(entity, at));
                }

                found.Add(new(entity.PartitionKey, entity.RowKey, delivery, entity.ETag));
            }
        }

        return new(found, null);

        string? Seal(TableEntity entity, int at) =>
            PageToken.Seal(store.Deliveries.Name, list, new Mark(entity.PartitionKey, entity.RowKey, at).ToString());
    }

    private static string Filter(DeliveryState? state, ItemId? item, HashSet<CommuneId>? family)
    {
        List<string> filters = [TableClient.CreateQueryFilter($"RowKey lt {Keys.AfterBlocks}")];
        if (item is { } id)
        {
            filters.Insert(0, TableReading.Partitions(Keys.DeliveriesOf(id.Value)));
        }

        if (family is not null)
        {
            var names = family.Select(one => one.Value).Order(StringComparer.Ordinal).ToList();
            var (first, last) = (names[0], names[^1]);
            filters.Add(TableClient.CreateQueryFilter($"FirstCommune le {last} and LastCommune ge {first}"));
        }

        if (state is DeliveryState.Held or DeliveryState.Due or DeliveryState.Sending or DeliveryState.Retrying or DeliveryState.Uncertain)
        {
            filters.Add($"{DeliveryBlock.Open} gt 0");
        }

        if (state is DeliveryState.Expired)
        {
            filters.Add($"{DeliveryBlock.Expired} gt 0");
        }

        return string.Join(" and ", filters);
    }

    /// <summary>Where the next page begins.</summary>
    private sealed record Mark(string Partition, string Block, int At)
    {
        public string Filter => TableClient.CreateQueryFilter(
            $"PartitionKey ge {Partition} and (PartitionKey gt {Partition} or RowKey ge {Block})");

        public static Mark? Parse(string? token) =>
            token?.Split(' ') is [var partition, var block, var at]
                ? new(partition, block, int.Parse(at, CultureInfo.InvariantCulture))
                : null;

        public int PlaceIn(TableEntity entity) => entity.PartitionKey == Partition && entity.RowKey == Block ? At : 0;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Partition} {Block} {At}");
    }
}
