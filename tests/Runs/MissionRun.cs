using Azure.Storage.Blobs;
using Dissemination.Local;
using Dissemination.Local.Azurite;
using Dissemination.Simulators;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Telegram;
using Dissemination.Simulators.Zalo;
using Dissemination.Storage;
using Dissemination.Tests.Local;

namespace Dissemination.Tests.Runs;

/// <summary>
/// A short form of the benchmark of the mission: some items at once to all its destinations, then a single one, then nothing. What each
/// took is counted by the program itself, in a process of its own.
/// </summary>
public sealed class MissionRun : IAsyncLifetime
{
    internal const int Items = 16;

    /// <summary>The ticks of nothing: as many minutes in the cloud.</summary>
    internal const int Ticks = 10;

    private const int TickSeconds = 3;

    private static readonly string[] Often =
    [
        $"--PublishSchedule=*/{TickSeconds} * * * * *", $"--SweepSchedule=*/{TickSeconds} * * * * *",
        "--ReminderSchedule=0 0 0 1 1 *", .. MissionPlan.NoFigures,
    ];

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);

    private readonly OwnFolder _folder = new();
    private AzuriteProcess _azurite = null!;
    private ISimulator[] _channels = [];

    public MissionRun(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    internal Measurement Month { get; private set; } = Measurement.None;

    internal Measurement Single { get; private set; } = Measurement.None;

    internal Measurement Idle { get; private set; } = Measurement.None;

    /// <summary>What a request for each page reads.</summary>
    internal List<(string Name, double Reads)> Pages { get; } = [];

    /// <summary>The deliveries of the single item by channel and state.</summary>
    internal IReadOnlyDictionary<string, int> Deliveries { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        _folder.LinkTools();
        _azurite = await _folder.StartAzuriteAsync();
        _channels = [await TelegramSimulator.StartAsync(), await FacebookSimulator.StartAsync(), await ZaloSimulator.StartAsync()];
        await new Store(new(_azurite.ConnectionString), new(_azurite.ConnectionString), new(_azurite.ConnectionString))
            .CreateAsync(TestContext.Current.CancellationToken);
        await ConnectAsync();
        await HandInAsync();
        await PublishAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels)
        {
            await channel.DisposeAsync();
        }

        await _azurite.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A first item, with which the accounts get the tokens that they keep for a day.</summary>
    private async Task ConnectAsync()
    {
        await DropAsync(Containers.Directory, "communes.csv", MissionPlan.CommuneRows());
        await DropAsync(Containers.Directory, "destinations.csv", MissionPlan.DestinationRows());
        await DropAsync(Containers.Directory, "people.csv", MissionPlan.People);
        using var host = Start(Often);
        using var site = await MissionSite.OpenAsync(host);
        await site.UntilDirectoryAsync();
        await DropItemAsync(0);
        await UntilPostedAsync(host, 1, 1);
        await host.StopAsync();
    }

    /// <summary>Many items that nobody takes up yet; and pages, while nothing else is read.</summary>
    private async Task HandInAsync()
    {
        using var host = Start(MissionPlan.NoTimers);
        using var site = await MissionSite.OpenAsync(host);
        for (var item = 1; item <= Items; item++)
        {
            await DropItemAsync(item);
        }

        await site.UntilItemsAsync(1 + Items);
        foreach (var (name, path) in MissionPages.With(MissionPlan.ItemId(0)))
        {
            Pages.Add((name, (await MissionPages.MeasureAsync(host, site, path)).Reads));
        }

        await host.StopAsync();
    }

    private async Task PublishAsync()
    {
        using var host = Start(Often);
        using var site = await MissionSite.OpenAsync(host);
        Month = await UntilPostedAsync(host, 1 + Items, Items);

        await DropItemAsync(1 + Items);
        Single = (await UntilPostedAsync(host, 2 + Items, 1 + Items)).Since(Month);

        var before = await host.MeasureAsync();
        await Task.Delay(TimeSpan.FromSeconds(Ticks * TickSeconds) - StartedHost.Told, TestContext.Current.CancellationToken);
        Idle = (await host.MeasureAsync()).Since(before);
        (Deliveries, _) = await site.DeliveriesOfAsync(MissionPlan.ItemId(1 + Items));
        await host.StopAsync();
    }

    /// <param name="items">How many are posted in all.</param>
    /// <param name="counted">How many of them this process delivers.</param>
    private async Task<Measurement> UntilPostedAsync(StartedHost host, int items, int counted)
    {
        await Eventually.IsTrueAsync(
            () => Task.FromResult(host.Ended.IsCompleted || Posted() >= items * MissionPlan.Posts),
            $"{items} items are posted",
            LongestRun,
            TimeSpan.FromMilliseconds(200));
        return await host.UntilDeliveredAsync(counted * (MissionPlan.Posts + MissionPlan.Feeds));

        int Posted() => _channels.Sum(channel => channel.Posted.Count);
    }

    private StartedHost Start(IEnumerable<string> schedules) => StartedHost.Start(
        Path.GetFullPath(Path.Combine(
            LocalSettings.BuiltWorker,
            "..",
            "..",
            "Dissemination.Benchmarks",
            Path.GetFileName(LocalSettings.BuiltWorker),
            OperatingSystem.IsWindows() ? "Dissemination.Benchmarks.exe" : "Dissemination.Benchmarks")),
        [
            "--Local:Port=0", "--Local:Sample=false", $"--Local:DataFolder={_folder.Path}", $"--Local:Storage={_azurite.ConnectionString}",
            "--Storage:CreateMissing=false",
            .. MissionPlan.Channels(_channels[0].BaseUrl, _channels[1].BaseUrl, _channels[2].BaseUrl), .. schedules,
        ]);

    private Task DropItemAsync(int item) =>
        DropAsync(Containers.Approved, $"items/{MissionPlan.ItemId(item)}.md", MissionPlan.Article(item));

    private async Task DropAsync(string container, string name, string text) =>
        await new BlobServiceClient(_azurite.ConnectionString).GetBlobContainerClient(container).GetBlobClient(name)
            .UploadAsync(BinaryData.FromString(text), TestContext.Current.CancellationToken);
}
