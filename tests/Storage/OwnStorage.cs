using Azure.Data.Tables;
using Dissemination.Local.Azurite;
using Dissemination.Storage;
using Dissemination.Tests.Local;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Storage;

/// <summary>A storage account of its own, with nothing but the room Storage over it: for what looks at whole tables.</summary>
public sealed class OwnStorage : IAsyncLifetime
{
    private readonly OwnFolder _folder = new();
    private AzuriteProcess? _azurite;
    private ServiceProvider? _services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal FakeTimeProvider Time { get; } = new(new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    internal Store Store => Get<Store>();

    internal string ConnectionString => _azurite!.ConnectionString;

    internal IServiceProvider Services => _services!;

    internal T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        _azurite = await _folder.StartAzuriteAsync();
        _services = Build();
        await Store.CreateAsync(CancellationToken.None);
    }

    /// <summary>Another copy of the program over the same storage.</summary>
    internal ServiceProvider Build(params (string Name, string Value)[] settings)
    {
        ServiceCollection services = new();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Append(("AzureWebJobsStorage", ConnectionString))
                .ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2, StringComparer.Ordinal))
            .Build();
        return services
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Time)
            .AddStorage(configuration)
            .BuildServiceProvider();
    }

    internal async Task EmptyAsync()
    {
        var tables = Get<TableServiceClient>();
        await foreach (var table in tables.QueryAsync(cancellationToken: Cancellation))
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: Cancellation))
            {
                await tables.GetTableClient(table.Name).DeleteEntityAsync(row, cancellationToken: Cancellation);
            }
        }

        foreach (var container in Containers.All)
        {
            await foreach (var blob in Store.Container(container).GetBlobsAsync(cancellationToken: Cancellation))
            {
                await Store.Container(container).DeleteBlobAsync(blob.Name, cancellationToken: Cancellation);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _azurite!.DisposeAsync();
        _folder.Dispose();
    }
}
