using System.Collections.Frozen;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Dissemination.Storage;

/// <summary>The storage account: every table, queue and container by name.</summary>
internal sealed class Store(TableServiceClient tables, QueueServiceClient queues, BlobServiceClient blobs)
{
    private readonly (FrozenDictionary<string, TableClient> ByName, RowTroubles Troubles) _tables = Tied(tables);

    public TableClient Editorial => Table(TableNames.Editorial);

    public TableClient Deliveries => Table(TableNames.Deliveries);

    public TableClient Backlog => Table(TableNames.Backlog);

    public TableClient Worklist => Table(TableNames.Worklist);

    public TableClient Links => Table(TableNames.Links);

    public TableClient Destinations => Table(TableNames.Destinations);

    public TableClient Feeds => Table(TableNames.Feeds);

    public TableClient Previews => Table(TableNames.Previews);

    public TableClient Reach => Table(TableNames.Reach);

    public TableClient Memory => Table(TableNames.Memory);

    public TableClient Meetings => Table(TableNames.Meetings);

    public TableClient Record => Table(TableNames.Record);

    /// <summary>The rows that stand still, and of which people have to be told.</summary>
    public RowTroubles Troubles => _tables.Troubles;

    public QueueClient TranslationWanted { get; } = queues.GetQueueClient(QueueNames.TranslationWanted);

    public QueueClient Lanes { get; } = queues.GetQueueClient(QueueNames.Lanes);

    public QueueClient ReviewerCalls { get; } = queues.GetQueueClient(QueueNames.ReviewerCalls);

    public TableClient Table(string name) => _tables.ByName[name];

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

    /// <summary>
    /// Sees to it that a line is in the record which a crash may have lost, and adds nothing where it is there, chained or not. One
    /// transaction, none where there is no line.
    /// </summary>
    public async Task RecordOnceAsync(HistoryEntry? entry, CancellationToken cancellationToken)
    {
        if (entry is not null)
        {
            await new Transaction(Keys.Editorial).RecordOnce(entry).CommitAsync(Editorial, cancellationToken);
        }
    }

    private static (FrozenDictionary<string, TableClient> ByName, RowTroubles Troubles) Tied(TableServiceClient tables)
    {
        var troubles = new RowTroubles();
        return (
            TableNames.All.ToFrozenDictionary(name => name, name => troubles.Of(tables.GetTableClient(name)), StringComparer.Ordinal),
            troubles);
    }

    /// <summary>Whether blobs, queues and tables answer. Three transactions.</summary>
    public Task CheckAsync(CancellationToken cancellationToken) => Task.WhenAll(
        blobs.GetPropertiesAsync(cancellationToken),
        queues.GetPropertiesAsync(cancellationToken),
        tables.GetPropertiesAsync(cancellationToken));
}
