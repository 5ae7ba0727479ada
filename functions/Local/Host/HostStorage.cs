using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Dissemination.Local.Host;

/// <summary>The storage account as the host uses it, and the names that it keeps there.</summary>
internal sealed class HostStorage(string connectionString, string hostId = HostStorage.DefaultHostId)
{
    /// <summary>Fixed, or blobs would be handed over again whenever the program's path changes.</summary>
    public const string DefaultHostId = "dissemination-local";

    /// <summary>Where a blob goes that could not be handled.</summary>
    public const string BlobPoisonQueue = "webjobs-blobtrigger-poison";

    public const string PoisonSuffix = "-poison";

    private readonly BlobServiceClient _blobs = new(connectionString);

    // Messages are read as they lie there: one that is not base64 has to reach the poison queue unseen.
    private readonly QueueServiceClient _queues = new(connectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });

    public string HostId => hostId;

    /// <summary>The host's own notes: receipts of blobs and statuses of timers.</summary>
    public BlobContainerClient Notes => Container("azure-webjobs-hosts");

    /// <summary>Blobs on their way to their function.</summary>
    public QueueClient BlobQueue => Queue("azure-webjobs-blobtrigger-" + HostId);

    public BlobContainerClient Container(string name) => _blobs.GetBlobContainerClient(name);

    public QueueClient Queue(string name) => _queues.GetQueueClient(name);

    /// <summary>Creates what the triggers name: the host does so for queues, deployment for containers.</summary>
    public async Task CreateAsync(IEnumerable<FunctionDefinition> functions, CancellationToken cancellationToken)
    {
        await Notes.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await BlobQueue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await Queue(BlobPoisonQueue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        foreach (var function in functions)
        {
            switch (function.Trigger)
            {
                case BlobTrigger blob:
                    await Container(blob.Container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
                    break;
                case QueueTrigger queue:
                    await Queue(queue.Queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
                    break;
            }
        }
    }
}
