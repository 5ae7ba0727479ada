using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Dissemination.Storage;
using Xunit;

namespace Dissemination.Tests.Channels;

/// <summary>The storage account of all tests, as channels see it. Tests keep apart by communes.</summary>
public sealed class ChannelStorage(AzuriteFixture azurite) : IAsyncLifetime
{
    internal Store Store { get; } = new(
        new TableServiceClient(azurite.ConnectionString), new QueueServiceClient(azurite.ConnectionString), new BlobServiceClient(azurite.ConnectionString));

    public async ValueTask InitializeAsync() => await Store.CreateAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
