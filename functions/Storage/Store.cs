using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Dissemination.Storage;

/// <summary>The storage account: every table, queue and container by name.</summary>
internal sealed class Store(TableServiceClient tables, QueueServiceClient queues, BlobServiceClient blobs)
{
    public TableClient Editorial { get; } = tables.GetTableClient(TableNames.Editorial);

    /// <summary>The tables with the deliveries: what goes to a commune is in one of them.</summary>
    public IReadOnlyList<TableClient> Deliveries { get; } = [.. TableNames.Deliveries.Select(tables.GetTableClient)];

    public TableClient Backlog { get; } = tables.GetTableClient(TableNames.Backlog);

    public TableClient Worklist { get; } = tables.GetTableClient(TableNames.Worklist);

    public TableClient Links { get; } = tables.GetTableClient(TableNames.Links);

    public TableClient Destinations { get; } = tables.GetTableClient(TableNames.Destinations);

    public TableClient Feeds { get; } = tables.GetTableClient(TableNames.Feeds);

    public TableClient Previews { get; } = tables.GetTableClient(TableNames.Previews);

    public TableClient Reach { get; } = tables.GetTableClient(TableNames.Reach);

    public TableClient Memory { get; } = tables.GetTableClient(TableNames.Memory);

    public QueueClient TranslationWanted { get; } = queues.GetQueueClient(QueueNames.TranslationWanted);

    public QueueClient FanOuts { get; } = queues.GetQueueClient(QueueNames.FanOuts);

    public QueueClient Lanes { get; } = queues.GetQueueClient(QueueNames.Lanes);

    public QueueClient ReviewerCalls { get; } = queues.GetQueueClient(QueueNames.ReviewerCalls);

    /// <summary>The table with all that goes to a commune.</summary>
    /// <param name="key">The commune, or the key of a partition with deliveries to it, which ends with it.</param>
    public TableClient DeliveriesTo(string key) => Deliveries[TableNames.DeliveriesTo(key)];

    public BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(name);

    /// <summary>Creates what is not there yet; harmless to repeat.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var table in TableNames.All)
        {
            await tables.GetTableClient(table).CreateIfNotExistsAsync(cancellationToken);
        }

        foreach (var queue in QueueNames.All)
        {
            await queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        foreach (var container in Containers.All)
        {
            await blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }

    /// <summary>
    /// Writes a line of the record that belongs to no other row; the same line twice is one. One transaction, none where there is no line.
    /// </summary>
    public async Task RecordAsync(HistoryEntry? entry, CancellationToken cancellationToken)
    {
        if (entry is not null)
        {
            await new Transaction(Keys.Editorial).Record(entry).CommitAsync(Editorial, cancellationToken);
        }
    }

    /// <summary>Whether blobs, queues and tables answer. Three transactions.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await blobs.GetPropertiesAsync(cancellationToken);
        await queues.GetPropertiesAsync(cancellationToken);
        await tables.GetPropertiesAsync(cancellationToken);
    }
}
