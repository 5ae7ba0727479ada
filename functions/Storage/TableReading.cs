using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace Dissemination.Storage;

/// <summary>Reading records from tables by key and by range of keys; never a whole table.</summary>
internal static class TableReading
{
    /// <summary>One record, or null. One transaction; none where no row can have such a key, as addresses from outside may.</summary>
    /// <exception cref="UnreadableRowException">It is there and cannot be read.</exception>
    public static async Task<Row<T>?> FindAsync<T>(
        this TableClient table, string partitionKey, string rowKey, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        if (!Keys.IsPossible(rowKey))
        {
            return null;
        }

        var found = await table.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, cancellationToken: cancellationToken);
        return !found.HasValue ? null
            : table.Readable(found.Value!, type) ?? throw new UnreadableRowException(RowTroubles.Note(table, found.Value!));
    }

    /// <summary>
    /// A row that was found, or null where it cannot be read: then it is noted, people are told of it, and it stands in the way of no
    /// other. Every list is read through this.
    /// </summary>
    public static Row<T>? Readable<T>(this TableClient table, TableEntity entity, JsonTypeInfo<T> type) =>
        table.Readable(entity, type, RowCodec.ToRow);

    private static Row<T>? Readable<T>(
        this TableClient table, TableEntity entity, JsonTypeInfo<T> type, Func<TableEntity, JsonTypeInfo<T>, Row<T>> read)
    {
        try
        {
            return read(entity, type);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or ArgumentException or InvalidOperationException
            or FormatException or NotSupportedException or OverflowException)
        {
            RowTroubles.Note(table, entity);
            return null;
        }
    }

    /// <summary>The records of a partition whose row keys begin so, in key order. One transaction for each thousand.</summary>
    public static IAsyncEnumerable<Row<T>> StartingWithAsync<T>(
        this TableClient table, string partitionKey, string rowKeyPrefix, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        table.BetweenAsync(partitionKey, rowKeyPrefix, Keys.After(rowKeyPrefix), type, cancellationToken);

    /// <summary>The records that a filter finds, in key order. One transaction for each thousand that storage looks through.</summary>
    public static IAsyncEnumerable<Row<T>> WhereAsync<T>(
        this TableClient table, string filter, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Select(entity => table.Readable(entity, type))
            .OfType<Row<T>>();

    /// <summary>
    /// The heads of the records that a filter finds (<see cref="IListedByHead"/>), in key order. One transaction for each thousand.
    /// </summary>
    public static IAsyncEnumerable<Row<T>> HeadsAsync<T>(
        this TableClient table, string filter, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(filter, maxPerPage: null, RowCodec.HeadProperties, cancellationToken)
            .Select(entity => table.Readable(entity, type, RowCodec.ToHead))
            .OfType<Row<T>>();

    /// <summary>The first of them, and whether there are more. One transaction.</summary>
    /// <param name="most">A thousand at most.</param>
    public static async Task<(IReadOnlyList<Row<T>> Rows, bool AndMore)> HeadsAsync<T>(
        this TableClient table, string filter, int most, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        List<Row<T>> rows = [];
        await foreach (var page in table.QueryAsync<TableEntity>(filter, most, RowCodec.HeadProperties, cancellationToken).AsPages())
        {
            rows.AddRange(page.Values.Select(entity => table.Readable(entity, type, RowCodec.ToHead)).OfType<Row<T>>());
            var isLast = string.IsNullOrEmpty(page.ContinuationToken);
            if (isLast || rows.Count > 0)
            {
                return (rows, !isLast);
            }
        }

        return (rows, false);
    }

    /// <summary>All records of a partition, in key order.</summary>
    public static IAsyncEnumerable<Row<T>> PartitionAsync<T>(
        this TableClient table, string partitionKey, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        table.WhereAsync(Partition(partitionKey), type, cancellationToken);

    /// <summary>The records of a partition with <c>from ≤ row key &lt; to</c>, in key order.</summary>
    public static IAsyncEnumerable<Row<T>> BetweenAsync<T>(
        this TableClient table, string partitionKey, string from, string to, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        table.WhereAsync(Range(partitionKey, from, to), type, cancellationToken);

    /// <summary>One page of what a filter finds, with the token of the next page, or null on the last. One transaction.</summary>
    /// <exception cref="BadPageTokenException">The token is not one of this list.</exception>
    public static async Task<Page<T>> PageAsync<T>(
        this TableClient table,
        string filter,
        string? continuation,
        int size,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken)
    {
        var (entities, next) = await table.EntitiesAsync(filter, continuation, size, select: null, cancellationToken);
        return new([.. entities.Select(entity => table.Readable(entity, type)).OfType<Row<T>>()], next);
    }

    /// <summary>The same as storage has it.</summary>
    /// <param name="select">The properties that are wanted; null is all.</param>
    /// <exception cref="BadPageTokenException">The token is not one of this list.</exception>
    public static async Task<(IReadOnlyList<TableEntity> Entities, string? Next)> EntitiesAsync(
        this TableClient table,
        string filter,
        string? continuation,
        int size,
        IEnumerable<string>? select,
        CancellationToken cancellationToken)
    {
        var token = PageToken.Open(table.Name, filter, continuation);
        await foreach (var page in table.QueryAsync<TableEntity>(filter, size, select, cancellationToken).AsPages(token, size))
        {
            return (page.Values, PageToken.Seal(table.Name, filter, page.ContinuationToken));
        }

        return ([], null);
    }

    /// <summary>
    /// One page of what filters find that are followed one after the other. One transaction for each that it looks into; the last page may
    /// be empty.
    /// </summary>
    /// <exception cref="BadPageTokenException">The token is not one of this list.</exception>
    public static async Task<Page<T>> PageAsync<T>(
        this IReadOnlyList<(TableClient Table, string Filter)> parts,
        string? continuation,
        int size,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken)
    {
        // A token is the place of a part, and storage's own token where the page before ended within it.
        var list = string.Join(',', parts.Select(part => part.Table.Name));
        var filter = string.Join(',', parts.Select(part => part.Filter));
        var (first, token) = PageToken.Open(list, filter, continuation)?.Split(' ', 2) is [var place, var rest]
            ? (int.Parse(place, CultureInfo.InvariantCulture), rest)
            : (0, "");
        List<Row<T>> rows = [];
        for (var at = first; at < parts.Count; at++, token = "")
        {
            var room = size - rows.Count;
            if (room == 0)
            {
                return new(rows, PageToken.Seal(list, filter, $"{at} "));
            }

            var page = await parts[at].Table.QueryAsync<TableEntity>(parts[at].Filter, room, cancellationToken: cancellationToken)
                .AsPages(token, room)
                .FirstAsync(cancellationToken);
            rows.AddRange(page.Values.Select(entity => parts[at].Table.Readable(entity, type)).OfType<Row<T>>());
            if (page.ContinuationToken is { Length: > 0 } next)
            {
                return new(rows, PageToken.Seal(list, filter, $"{at} {next}"));
            }
        }

        return new(rows, null);
    }

    /// <summary>A filter for all of a partition.</summary>
    public static string Partition(string partitionKey) => TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey}");

    /// <summary>
    /// A filter for all of the partitions whose keys begin so. Keys are compared letter by letter, capitals before small ones.
    /// </summary>
    public static string Partitions(string partitionKeyPrefix)
    {
        var to = Keys.After(partitionKeyPrefix);
        return TableClient.CreateQueryFilter($"PartitionKey ge {partitionKeyPrefix} and PartitionKey lt {to}");
    }

    /// <summary>A filter for the row keys of a partition that begin so.</summary>
    public static string Prefix(string partitionKey, string rowKeyPrefix) => Range(partitionKey, rowKeyPrefix, Keys.After(rowKeyPrefix));

    /// <summary>A filter for the rows of a partition with <c>from ≤ row key &lt; to</c>.</summary>
    public static string Range(string partitionKey, string from, string to) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey} and RowKey ge {from} and RowKey lt {to}");
}
