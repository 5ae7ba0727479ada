using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Dissemination.Storage;

namespace Dissemination.Tests.Channels;

/// <summary>The storage account of all tests, as channels see it. Tests keep apart by communes.</summary>
public sealed class ChannelStorage(AzuriteFixture azurite) : IAsyncLifetime
{
    internal Store Store { get; } = Open(azurite, new(), new());

    /// <summary>The same account, with something in the way of its blobs.</summary>
    internal Store With(HttpPipelinePolicy policy)
    {
        var options = new BlobClientOptions();
        options.AddPolicy(policy, HttpPipelinePosition.PerCall);
        return Open(azurite, new(), options);
    }

    /// <summary>The same account, with something in the way of its tables.</summary>
    internal Store WithTables(HttpPipelinePolicy policy)
    {
        var options = new TableClientOptions();
        options.AddPolicy(policy, HttpPipelinePosition.PerCall);
        return Open(azurite, options, new());
    }

    public async ValueTask InitializeAsync() => await Store.CreateAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Store Open(AzuriteFixture azurite, TableClientOptions tables, BlobClientOptions blobs) => new(
        new TableServiceClient(azurite.ConnectionString, tables),
        new QueueServiceClient(azurite.ConnectionString),
        new BlobServiceClient(azurite.ConnectionString, blobs));
}
