using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace Dissemination.Storage;

/// <summary>
/// Rows of a partition that lists read again and again, in the memory of this copy of the program. Which rows there are, and in which
/// version, is asked each time; what they hold is read of those alone that are new or were written since. So whoever writes a row, here
/// or in another copy of the program, is seen by the next reader.
/// </summary>
internal sealed class RowMemory<T>(TableClient table, string partitionKey, JsonTypeInfo<T> type)
{
    /// <summary>Storage tells the version of each row beside what is asked for.</summary>
    private static readonly string[] KeyAlone = [nameof(TableEntity.RowKey)];

    private readonly ConcurrentDictionary<string, Row<T>> _known = new(StringComparer.Ordinal);

    /// <summary>The most rows that are kept, those of the list that was read last before all others. Some two KB each.</summary>
    public int Most { get; init; } = 2_000;

    /// <summary>
    /// The records with <c>from ≤ row key &lt; to</c>, in key order. One transaction for each thousand, and one for each thousand from the
    /// first to the last that is not known yet.
    /// </summary>
    public async Task<IReadOnlyList<Row<T>>> BetweenAsync(string from, string to, CancellationToken cancellationToken)
    {
        var filter = TableReading.Range(partitionKey, from, to);
        var there = await table.QueryAsync<TableEntity>(filter, maxPerPage: null, KeyAlone, cancellationToken)
            .ToListAsync(cancellationToken);
        return await RowsAsync(there, cancellationToken);
    }

    /// <summary>
    /// One page of the records whose row keys begin so, with the token of the next page, or null on the last. One transaction, and another
    /// where not all are known yet.
    /// </summary>
    /// <exception cref="BadPageTokenException">The token is not one of this list.</exception>
    public async Task<Page<T>> PageAsync(string rowKeyPrefix, string? continuation, int size, CancellationToken cancellationToken)
    {
        var (there, next) = await table.EntitiesAsync(
            TableReading.Prefix(partitionKey, rowKeyPrefix), continuation, size, KeyAlone, cancellationToken);
        return new(await RowsAsync(there, cancellationToken), next);
    }

    /// <summary>Those that were deleted meanwhile, or cannot be read, are left out.</summary>
    private async Task<IReadOnlyList<Row<T>>> RowsAsync(IReadOnlyList<TableEntity> there, CancellationToken cancellationToken)
    {
        var rows = there.Select(Find).ToList();
        var (first, last) = (rows.IndexOf(null), rows.LastIndexOf(null));
        if (first >= 0)
        {
            var read = await table
                .BetweenAsync(partitionKey, there[first].RowKey, Keys.AfterKey(there[last].RowKey), type, cancellationToken)
                .ToDictionaryAsync(row => row.RowKey, StringComparer.Ordinal, cancellationToken);
            for (var at = first; at <= last; at++)
            {
                rows[at] = read.GetValueOrDefault(there[at].RowKey);
            }

            Remember(rows);
        }

        return [.. rows.OfType<Row<T>>()];
    }

    private Row<T>? Find(TableEntity there) =>
        _known.TryGetValue(there.RowKey, out var known) && known.ETag == there.ETag ? known : null;

    private void Remember(IEnumerable<Row<T>?> rows)
    {
        var read = rows.OfType<Row<T>>().Take(Most).ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        foreach (var (key, row) in read)
        {
            _known[key] = row;
        }

        if (_known.Count > Most)
        {
            foreach (var key in _known.Keys.Where(key => !read.ContainsKey(key)))
            {
                _known.TryRemove(key, out _);
            }
        }
    }
}
