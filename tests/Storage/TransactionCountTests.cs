using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Dissemination.Storage;

namespace Dissemination.Tests.Storage;

public sealed class TransactionCountTests : IDisposable
{
    private readonly AzuriteFixture _azurite;
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _counted = new();
    private readonly string _name = "counted" + RandomNumberGenerator.GetHexString(8, lowercase: true);

    public TransactionCountTests(AzuriteFixture azurite)
    {
        _azurite = azurite;
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            var text = string.Join(' ', tags.ToArray().Select(tag => tag.Value));
            if (text.Contains(_name, StringComparison.Ordinal))
            {
                _counted.Enqueue(text.Replace(_name, "x", StringComparison.Ordinal));
            }
        });
        _listener.EnableMeasurementEvents(Metrics.StorageTransactions);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_is_counted_once_for_its_table_as_is_a_row_that_is_read()
    {
        var options = Counted(new TableClientOptions(), "table");
        TableClient table = new(_azurite.ConnectionString, _name, options);
        await new TableServiceClient(_azurite.ConnectionString).CreateTableAsync(_name, Cancellation);

        await new Transaction("p")
            .Add(TableTransactionActionType.Add, new TableEntity("p", "1"), default)
            .Add(TableTransactionActionType.Add, new TableEntity("p", "2"), default)
            .CommitAsync(table, Cancellation);
        await table.GetEntityAsync<TableEntity>("p", "1", cancellationToken: Cancellation);
        await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation);

        Assert.Equal(["table x write", "table x read", "table x read"], _counted);
    }

    [Fact]
    public async Task A_message_is_counted_for_its_queue_and_a_blob_for_its_container()
    {
        QueueClient queue = new(_azurite.ConnectionString, _name, Counted(new QueueClientOptions(), "queue"));
        await new QueueServiceClient(_azurite.ConnectionString).CreateQueueAsync(_name, cancellationToken: Cancellation);
        BlobContainerClient container = new(_azurite.ConnectionString, _name, Counted(new BlobClientOptions(), "blob"));
        await new BlobServiceClient(_azurite.ConnectionString).CreateBlobContainerAsync(_name, cancellationToken: Cancellation);

        await queue.SendMessageAsync("a", Cancellation);
        await queue.ReceiveMessageAsync(cancellationToken: Cancellation);
        await container.GetBlobClient("folder/a").UploadAsync(BinaryData.FromString("a"), Cancellation);
        await container.GetBlobsAsync(cancellationToken: Cancellation).CountAsync(Cancellation);

        Assert.Equal(["queue x write", "queue x read", "blob x write", "blob x read"], _counted);
    }

    [Theory]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1/deliveries(PartitionKey='a',RowKey='b')", "deliveries")]
    [InlineData("http://localhost:10001/devstoreaccount1/lanes/messages?visibilitytimeout=30", "lanes")]
    [InlineData("http://127.0.0.1:10000/devstoreaccount1/?restype=service&comp=properties", "")]
    [InlineData("https://account.table.core.windows.net/deliveries()?$filter=a", "deliveries")]
    [InlineData("https://account.blob.core.windows.net/feeds/a/vi.json", "feeds")]
    [InlineData("https://account.blob.core.windows.net/feeds?restype=container&comp=list", "feeds")]
    [InlineData("https://account.blob.core.windows.net/?comp=list", "")]
    public void What_is_touched_stands_in_the_address_on_this_machine_and_in_the_cloud(string address, string name)
    {
        RequestUriBuilder uri = new();
        uri.Reset(new(address));

        Assert.Equal(name, TransactionCount.NameIn(uri).ToString());
    }

    public void Dispose() => _listener.Dispose();

    private T Counted<T>(T options, string service)
        where T : ClientOptions
    {
        options.AddPolicy(new TransactionCount(service, [_name]), HttpPipelinePosition.PerRetry);
        return options;
    }
}
