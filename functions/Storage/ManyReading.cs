using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace Dissemination.Storage;

/// <summary>Reads what belongs to several of the keys of a partition at once.</summary>
internal static class ManyReading
{
    /// <summary>So many rows are read in one transaction, whatever else lies between them.</summary>
    private const int Most = 1000;

    /// <summary>
    /// The records whose row keys begin with one of these, by it. One transaction for all that lie within a thousand rows from the first
    /// on, and one for each that lies behind.
    /// </summary>
    public static async Task<ILookup<string, Row<T>>> StartingWithEachAsync<T>(
        this TableClient table,
        string partitionKey,
        IReadOnlyCollection<string> prefixes,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken)
    {
        var sorted = prefixes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (sorted.Count == 0)
        {
            return Enumerable.Empty<Row<T>>().ToLookup(row => row.RowKey, StringComparer.Ordinal);
        }

        var filter = TableReading.Range(partitionKey, sorted[0], Keys.After(sorted[^1]));
        var page = await table.PageAsync(filter, null, Most, type, cancellationToken);
        var read = page.Next is null || page.Rows.Count == 0 ? null : page.Rows[^1].RowKey;

        // What the page broke off in is read anew, for it may go on behind it.
        var (within, behind) = (
            sorted.FindAll(prefix => page.Next is null || string.CompareOrdinal(Keys.After(prefix), read) <= 0),
            sorted.FindAll(prefix => page.Next is not null && string.CompareOrdinal(Keys.After(prefix), read) > 0));
        var rest = await Task.WhenAll(behind.Select(async prefix =>
        {
            var rows = await table.StartingWithAsync(partitionKey, prefix, type, cancellationToken).ToListAsync(cancellationToken);
            return (Prefix: prefix, Rows: rows);
        }));
        return within
            .Select(prefix => (Prefix: prefix, Rows: page.Rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal))))
            .Concat(rest.Select(one => (one.Prefix, Rows: one.Rows.AsEnumerable())))
            .SelectMany(one => one.Rows.Select(row => (one.Prefix, Row: row)))
            .ToLookup(one => one.Prefix, one => one.Row, StringComparer.Ordinal);
    }
}
