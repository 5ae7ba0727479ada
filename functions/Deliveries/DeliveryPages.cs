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

    /// <summary>The most transactions of a page.</summary>
    private const int MostLooks = 3;

    /// <summary>
    /// Deliveries that match, a page at a time. At most three transactions, however few of the blocks match that storage looks through; a
    /// page may hold fewer than its size and still not be the last.
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
        var start = Mark.Parse(PageToken.Open(store.Deliveries.Name, list, continuation));
        List<Row<Delivery>> found = [];
        var looked = 0;
        await foreach (var page in store.Deliveries
            .QueryAsync<TableEntity>(start.After(filter), AtOnce, cancellationToken: cancellationToken)
            .AsPages(start.Token, AtOnce))
        {
            foreach (var (entity, delivery, at) in page.Values.SelectMany(block => InBlock(block, start))
                .Where(one => IsWanted(one.Delivery, state, family)))
            {
                if (found.Count == PageSize)
                {
                    return new(found, Seal(new(entity.PartitionKey, entity.RowKey, at)));
                }

                found.Add(new(entity.PartitionKey, entity.RowKey, delivery, entity.ETag));
            }

            if (++looked == MostLooks)
            {
                return new(found, page.ContinuationToken is { Length: > 0 } next ? Seal(start with { Token = next }) : null);
            }
        }

        return new(found, null);

        string? Seal(Mark mark) => PageToken.Seal(store.Deliveries.Name, list, mark.ToString());
    }

    /// <summary>Those of a block that the page has not had before, each with its place in it.</summary>
    private IEnumerable<(TableEntity Entity, Delivery Delivery, int At)> InBlock(TableEntity entity, Mark start)
    {
        var block = store.Deliveries.Readable(entity, DeliveriesJson.Default.DeliveryBlock);
        for (var at = start.PlaceIn(entity); at < (block?.Value.Deliveries.Length ?? 0); at++)
        {
            yield return (entity, block!.Value.Deliveries[at], at);
        }
    }

    private static bool IsWanted(Delivery delivery, DeliveryState? state, HashSet<CommuneId>? family) =>
        (state is null || delivery.State == state) && family?.Contains(delivery.Id.Destination.Commune) != false;

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
    /// <param name="Partition">Empty where it is the beginning.</param>
    /// <param name="Token">Storage's own, where it was looked through from there on and no place in it is known.</param>
    private sealed record Mark(string Partition, string Block, int At, string? Token = null)
    {
        private static readonly Mark Beginning = new("", "", 0);

        public string After(string filter)
        {
            var behind = TableClient.CreateQueryFilter(
                $"PartitionKey ge {Partition} and (PartitionKey gt {Partition} or RowKey ge {Block})");
            return Partition.Length == 0 ? filter : $"{filter} and {behind}";
        }

        public static Mark Parse(string? token) => token?.Split(' ', 4) switch
        {
            [var partition, var block, var at, .. var rest] =>
                new(partition, block, int.Parse(at, CultureInfo.InvariantCulture), rest is [var storages] ? storages : null),
            _ => Beginning,
        };

        public int PlaceIn(TableEntity entity) => entity.PartitionKey == Partition && entity.RowKey == Block ? At : 0;

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Partition} {Block} {At}{(Token is null ? "" : $" {Token}")}");
    }
}
