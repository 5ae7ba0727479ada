using System.Diagnostics;
using Dissemination.Storage;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>A storage and channels of their own with the mission's directory, while programs come and go.</summary>
internal sealed class MissionWorld : IAsyncDisposable
{
    private readonly BenchmarkStorage _storage;

    private MissionWorld(BenchmarkStorage storage, StartedChannels channels, Process azurite) =>
        (_storage, Channels, Azurite) = (storage, channels, azurite);

    public StartedChannels Channels { get; }

    public Process Azurite { get; }

    public Store Store => _storage.Store;

    /// <param name="communes">Other communes than the mission's, as their file.</param>
    /// <param name="people">Other people, as their file.</param>
    public static async Task<MissionWorld> StartAsync(string name, string? communes = null, string? people = null)
    {
        var storage = await BenchmarkStorage.StartAsync(name);
        await storage.Store.CreateAsync(CancellationToken.None);
        MissionWorld world = new(storage, await StartedChannels.StartAsync(), Process.GetProcessById(storage.Id));
        await world.DropAsync(Containers.Directory, "communes.csv", communes ?? MissionPlan.CommuneRows());
        await world.DropAsync(Containers.Directory, "destinations.csv", MissionPlan.DestinationRows());
        await world.DropAsync(Containers.Directory, "people.csv", people ?? MissionPlan.People);
        return world;
    }

    /// <summary>Drops an approved article where an office would.</summary>
    public Task DropAsync(int item, DateTimeOffset? publishAt = null) =>
        DropAsync(Containers.Approved, $"items/{MissionPlan.ItemId(item)}.md", MissionPlan.Article(item, publishAt));

    /// <param name="schedules">When which timers fire, as settings.</param>
    public StartedHost Run(IEnumerable<string> schedules) => StartedHost.Start(Environment.ProcessPath!,
    [
        "--Local:Port=0", "--Local:Sample=false", $"--Local:DataFolder={_storage.Folder}", $"--Local:Storage={_storage.ConnectionString}",
        "--Storage:CreateMissing=false", .. Channels.Settings, .. schedules,
    ]);

    public async ValueTask DisposeAsync()
    {
        Channels.Dispose();
        Azurite.Dispose();
        await _storage.DisposeAsync();
    }

    /// <summary>Drops a file of words.</summary>
    public async Task DropAsync(string container, string name, string text) =>
        await _storage.Store.Container(container).GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);
}
