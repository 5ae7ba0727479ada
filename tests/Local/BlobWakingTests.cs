using System.Text;
using System.Text.Json;

using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;

using Dissemination.Local.Host;
using Dissemination.Tests.Triggers;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

using Xunit;

namespace Dissemination.Tests.Local;

public sealed class BlobWakingTests : IAsyncDisposable
{
    private readonly HostBench _bench;
    private readonly BlobTrigger _trigger;
    private readonly FunctionDefinition _function;

    public BlobWakingTests(AzuriteFixture azurite)
    {
        _bench = new(azurite);
        _trigger = new("file", _bench.Unique, "name");
        _function = new("Test", _trigger);
    }

    private BlobContainerClient Container => _bench.Storage.Container(_bench.Unique);

    [Fact]
    public async Task A_blob_is_handed_over_with_all_that_the_contract_names()
    {
        await StartAsync();
        BlobUploadOptions options = new()
        {
            HttpHeaders = new() { ContentType = "text/markdown" },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = "someone" },
        };
        BlobContentInfo uploaded = await Container.GetBlobClient("items/Điện Biên.md").UploadAsync(BinaryData.FromString("Chào"), options, TestContext.Current.CancellationToken);

        await Scanner().ScanAsync(TestContext.Current.CancellationToken);
        await DeliverAsync(() => !_bench.Bodies.IsEmpty);

        var blob = Invocations.Read(Assert.Single(_bench.Bodies)).Blob("file");
        Assert.Equal("items/Điện Biên.md", blob.Name);
        Assert.Equal("Chào", Encoding.UTF8.GetString(blob.Content.Span));
        Assert.Equal(uploaded.ETag.ToString("H"), blob.ETag);
        Assert.Equal(uploaded.LastModified, blob.LastModified);
        Assert.Equal(5, blob.Length);
        Assert.Equal("text/markdown", blob.ContentType);
        Assert.Equal("someone", blob.Metadata["by"]);
    }

    [Fact]
    public async Task A_version_is_handed_over_once_also_after_a_restart_and_a_new_version_again()
    {
        await StartAsync();
        var blob = Container.GetBlobClient("a.md");
        await blob.UploadAsync(BinaryData.FromString("1"), TestContext.Current.CancellationToken);
        var scanner = Scanner();
        await scanner.ScanAsync(TestContext.Current.CancellationToken);
        await scanner.ScanAsync(TestContext.Current.CancellationToken);
        await Scanner(_bench.Again()).ScanAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await HostBench.CountAsync(_bench.Storage.BlobQueue));

        await blob.UploadAsync(BinaryData.FromString("2"), overwrite: true, TestContext.Current.CancellationToken);
        await Scanner(_bench.Again()).ScanAsync(TestContext.Current.CancellationToken);
        await DeliverAsync(() => !_bench.Bodies.IsEmpty);

        // The first version was replaced before it was read: only the second is handed over.
        Assert.Equal("2", Encoding.UTF8.GetString(Invocations.Read(Assert.Single(_bench.Bodies)).Blob("file").Content.Span));
    }

    [Fact]
    public async Task A_receipt_lies_where_the_host_puts_it()
    {
        await StartAsync();
        BlobContentInfo uploaded = await Container.GetBlobClient("items/a.md").UploadAsync(BinaryData.FromString("1"), TestContext.Current.CancellationToken);

        await Scanner().ScanAsync(TestContext.Current.CancellationToken);

        var receipt = $"blobreceipts/{_bench.Unique}/Host.Functions.Test/{uploaded.ETag.ToString("H")}/{_bench.Unique}/items/a.md";
        Assert.True(await _bench.Storage.Notes.GetBlobClient(receipt).ExistsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_blob_that_is_deleted_before_it_is_read_wakes_nothing()
    {
        await StartAsync();
        var blob = Container.GetBlobClient("a.md");
        await blob.UploadAsync(BinaryData.FromString("1"), TestContext.Current.CancellationToken);
        await Scanner().ScanAsync(TestContext.Current.CancellationToken);
        await blob.DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);

        await DeliverAsync(() => true);

        Assert.Empty(_bench.Bodies);
    }

    [Fact]
    public async Task A_blob_that_fails_five_times_is_named_in_the_poison_queue()
    {
        await StartAsync();
        _bench.Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };
        BlobContentInfo uploaded = await Container.GetBlobClient("items/a.md").UploadAsync(BinaryData.FromString("1"), TestContext.Current.CancellationToken);
        await Scanner().ScanAsync(TestContext.Current.CancellationToken);

        await DeliverAsync(() => _bench.Bodies.Count == 5);

        PeekedMessage poison = await _bench.Storage.Queue(_bench.Unique + "-poison").PeekMessageAsync(TestContext.Current.CancellationToken);
        using var message = JsonDocument.Parse(Convert.FromBase64String(poison.MessageText));
        Assert.Equal(
            $"Type=BlobTrigger FunctionId=Host.Functions.Test BlobType=BlockBlob ContainerName={_bench.Unique} BlobName=items/a.md ETag={uploaded.ETag.ToString("H")}",
            string.Join(' ', message.RootElement.EnumerateObject().Select(property => $"{property.Name}={property.Value}")));
    }

    [Fact]
    public async Task A_message_that_names_no_function_of_today_is_dropped()
    {
        await StartAsync();
        await _bench.Storage.BlobQueue.SendMessageAsync(Convert.ToBase64String("{}"u8), TestContext.Current.CancellationToken);
        await _bench.Storage.BlobQueue.SendMessageAsync(Convert.ToBase64String("not JSON"u8), TestContext.Current.CancellationToken);

        await DeliverAsync(() => true);

        Assert.Empty(_bench.Bodies);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private Task StartAsync() => _bench.Storage.CreateAsync([_function], TestContext.Current.CancellationToken);

    private BlobScanner Scanner(HostStorage? storage = null) => new(storage ?? _bench.Storage, _function, _trigger, TimeProvider.System, NullLogger<BlobScanner>.Instance);

    private async Task DeliverAsync(Func<bool> condition)
    {
        BlobDelivery delivery = new(_bench.Storage, [_function], await _bench.StartHandlerAsync(), TimeProvider.System);
        QueuePump pump = new(
            _bench.Storage.BlobQueue, new(_bench.Storage.Queue(_bench.Unique + "-poison")), HostBench.Pace, delivery.DeliverAsync, TimeProvider.System, NullLogger<QueuePump>.Instance);
        await HostBench.RunUntilAsync(
            stop => pump.RunAsync(stop, default), async () => condition() && await HostBench.CountAsync(_bench.Storage.BlobQueue) == 0, "the blobs were delivered");
    }
}
