using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Dissemination.Local;
using Dissemination.Local.Azurite;
using Dissemination.Storage;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks;

/// <summary>An Azurite for one measurement, in memory where the machine has room for that; it and its files are gone afterwards.</summary>
internal sealed class BenchmarkStorage : IAsyncDisposable
{
    private readonly AzuriteProcess _azurite;

    private BenchmarkStorage(string folder, AzuriteProcess azurite)
    {
        (Folder, _azurite) = (folder, azurite);
        Store = new(
            new TableServiceClient(azurite.ConnectionString),
            new(azurite.ConnectionString),
            new BlobServiceClient(azurite.ConnectionString));
    }

    public string Folder { get; }

    public Store Store { get; }

    public string ConnectionString => _azurite.ConnectionString;

    /// <summary>The id of its process.</summary>
    public int Id => _azurite.Id;

    /// <param name="name">Tells measurements apart that run at the same time.</param>
    public static async Task<BenchmarkStorage> StartAsync(string name)
    {
        var root = System.IO.Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        var folder = System.IO.Directory.CreateDirectory(
            Path.Combine(root, $"dissemination-{name}-{Environment.ProcessId}")).FullName;
        LocalSettings settings = new()
        {
            Port = 0,
            BlobPort = 0,
            QueuePort = 0,
            TablePort = 0,
            DataFolder = folder,
            ContentFolder = folder,
            SavesStorage = false,
        };
        var tools = Path.Combine(LocalSettings.RepositoryFolder(AppContext.BaseDirectory), ".local", "tools");
        var script = await AzuriteInstall.EnsureAsync(
            tools, new(TextWriter.Null, Console.Error), TimeProvider.System, CancellationToken.None);
        return new(folder, await AzuriteProcess.StartAsync(script, settings, TimeProvider.System, CancellationToken.None));
    }

    /// <summary>Hands in the directory of a plan and its articles.</summary>
    public async Task DropAsync(WorldPlan plan)
    {
        await Store.CreateAsync(CancellationToken.None);
        await UploadAsync(Containers.Directory, "communes.csv", plan.Communes());
        await UploadAsync(Containers.Directory, "destinations.csv", plan.DestinationRows());
        await UploadAsync(Containers.Directory, "people.csv", WorldPlan.People);
        for (var item = 0; item < plan.Items; item++)
        {
            await UploadAsync(Containers.Approved, $"items/{WorldPlan.ItemId(item)}.md", WorldPlan.Article(item));
        }

        Task UploadAsync(string container, string name, string text) =>
            Store.Container(container).GetBlobClient(name).UploadAsync(BinaryData.FromString(text));
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        System.IO.Directory.Delete(Folder, recursive: true);
    }
}
