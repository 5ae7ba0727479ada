using Azure.Data.Tables;

namespace Dissemination.Storage.Schema;

/// <summary>
/// Meets the records of an earlier version: each step makes of one version the next, and may be done twice. A step that was cut off is done
/// again at the next start.
/// </summary>
internal sealed partial class SchemaUpgrade(
    Store store, TableServiceClient tables, TimeProvider time, ILogger<SchemaUpgrade> logger)
{
    private const int AtOnce = Transaction.Limit;

    /// <summary>One transaction where there is nothing to do.</summary>
    /// <exception cref="NewerSchemaException">The store was written by a newer program.</exception>
    /// <exception cref="OlderSchemaException">It holds what no step brings up. Nothing was written.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var read = await store.Editorial.FindAsync(Keys.Editorial, Keys.Schema, StorageJson.Default.SchemaState, cancellationToken);
        var version = read?.Value.Version ?? (await IsEmptyAsync(store.Editorial, cancellationToken) ? SchemaState.Current : SchemaState.First);
        if (version > SchemaState.Current)
        {
            throw new NewerSchemaException(version);
        }

        if (version == SchemaState.Current && read is not null)
        {
            return;
        }

        if (version < SchemaState.Current)
        {
            await RefuseFormerDeliveriesAsync(cancellationToken);
            LogUpgrade(version, SchemaState.Current);
            await ChainHistoryAsync(cancellationToken);
        }

        // Where another copy was quicker it has done the same.
        await new Transaction(Keys.Editorial)
            .Save(read, Keys.Schema, new SchemaState(SchemaState.Current, time.GetUtcNow()), StorageJson.Default.SchemaState)
            .CommitAsync(store.Editorial, cancellationToken);
    }

    /// <summary>From 1 to 2: what was recorded before there was a chain is added to it, the oldest first.</summary>
    private async Task ChainHistoryAsync(CancellationToken cancellationToken)
    {
        var rows = store.Editorial.StartingWithAsync(
            Keys.Editorial, KeysOfRecords.HistoryPrefix, StorageJson.Default.HistoryEntry, cancellationToken);
        await foreach (var chunk in rows.Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            var transaction = new Transaction(Keys.Editorial);
            foreach (var row in chunk)
            {
                transaction.Put(
                    KeysOfRecords.Unchained(row.Value.At, row.RowKey), row.Value, StorageJson.Default.HistoryEntry);
            }

            await transaction.CommitAsync(store.Editorial, cancellationToken);
        }
    }

    /// <summary>Eight transactions, and only where a store is brought up.</summary>
    private async Task RefuseFormerDeliveriesAsync(CancellationToken cancellationToken)
    {
        foreach (var table in TableNames.FormerDeliveries)
        {
            if (!await IsEmptyAsync(tables.GetTableClient(table), cancellationToken))
            {
                throw new OlderSchemaException(table);
            }
        }
    }

    private static async Task<bool> IsEmptyAsync(TableClient table, CancellationToken cancellationToken)
    {
        try
        {
            return !await table.QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellationToken).AnyAsync(cancellationToken);
        }
        catch (Azure.RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return true;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The stored records are brought from version {From} to {To}")]
    private partial void LogUpgrade(int from, int to);
}
