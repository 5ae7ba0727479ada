using Azure.Data.Tables;

namespace Dissemination.Storage.Records;

/// <summary>The record in the order in which things happened, the newest first.</summary>
internal sealed class RecordReader(Store store)
{
    /// <summary>So many transactions are spent on a page before one says that nothing was found yet.</summary>
    private const int MostTries = 5;

    /// <summary>One page. At most five transactions; where few lines are what is looked for it may be empty and not the last.</summary>
    /// <exception cref="BadPageTokenException">The token is not one of this list.</exception>
    public async Task<Page<RecordLine>> PageAsync(
        RecordQuery query, string? continuation, int size, CancellationToken cancellationToken)
    {
        for (var left = MostTries; ; left--)
        {
            var page = await store.Record.PageAsync(
                FilterOf(query), continuation, size, StorageJson.Default.RecordLine, cancellationToken);
            if (page is { Rows: [], Next: { } next } && left > 1)
            {
                continuation = next;
                continue;
            }

            return page;
        }
    }

    /// <summary>All that a query finds. One transaction for each thousand lines of its days.</summary>
    public IAsyncEnumerable<RecordLine> AllAsync(RecordQuery query, CancellationToken cancellationToken) =>
        store.Record.WhereAsync(FilterOf(query), StorageJson.Default.RecordLine, cancellationToken).Select(row => row.Value);

    private static string FilterOf(RecordQuery query)
    {
        var range = TableReading.Range(
            KeysOfRecords.Chain, KeysOfRecords.LinesOf(query.To), Keys.After(KeysOfRecords.LinesOf(query.From)));
        return string.Concat(
            range,
            And(nameof(HistoryEntry.Who), query.Who),
            And(nameof(HistoryEntry.What), query.What),
            And(nameof(HistoryEntry.Subject), query.Subject));
    }

    private static string And(string property, string? value) =>
        value is null ? "" : $" and {property} eq {TableClient.CreateQueryFilter($"{value}")}";
}
