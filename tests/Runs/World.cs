using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Dissemination.Deliveries;
using Dissemination.Local.Azurite;
using Dissemination.Simulators;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Telegram;
using Dissemination.Simulators.Zalo;
using Dissemination.Storage;
using Dissemination.Tests.Local;

namespace Dissemination.Tests.Runs;

/// <summary>
/// A made-up province with a storage and simulated channels of its own, which stay while copies of the built program come and go.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(45);

    private readonly OwnFolder _folder = new();
    private readonly WorldPlan _plan;
    private readonly List<BuiltProgram> _programs = [];
    private AzuriteProcess _azurite = null!;

    private World(WorldPlan plan) => _plan = plan;

    public TelegramSimulator Telegram { get; private set; } = null!;

    public FacebookSimulator Facebook { get; private set; } = null!;

    public ZaloSimulator Zalo { get; private set; } = null!;

    public IEnumerable<ISimulator> Simulators => [Telegram, Facebook, Zalo];

    public IReadOnlyList<PostedPost> Posted => [.. Simulators.SelectMany(simulator => simulator.Posted)];

    public int Posts => Simulators.Sum(simulator => simulator.Posted.Count);

    public static async Task<World> StartAsync(WorldPlan plan)
    {
        var world = new World(plan);
        world._folder.LinkTools();
        world._azurite = await world._folder.StartAzuriteAsync();
        (world.Telegram, world.Facebook, world.Zalo) = (
            await TelegramSimulator.StartAsync(), await FacebookSimulator.StartAsync(), await ZaloSimulator.StartAsync());
        await world.OpenStore().CreateAsync(TestContext.Current.CancellationToken);
        return world;
    }

    /// <summary>Drops the directory and all items where staff would.</summary>
    public async Task HandInAsync()
    {
        var blobs = new BlobServiceClient(_azurite.ConnectionString);
        await DropAsync(Containers.Directory, "communes.csv", _plan.Communes());
        await DropAsync(Containers.Directory, "destinations.csv", _plan.DestinationRows());
        await DropAsync(Containers.Directory, "people.csv", WorldPlan.People);
        for (var number = 0; number < _plan.Items; number++)
        {
            await DropAsync(Containers.Approved, $"items/{WorldPlan.ItemId(number)}.md", WorldPlan.Article(number));
        }

        Task DropAsync(string container, string name, string text) =>
            blobs.GetBlobContainerClient(container).GetBlobClient(name)
                .UploadAsync(BinaryData.FromString(text), overwrite: true, TestContext.Current.CancellationToken);
    }

    /// <summary>Settings of a program that no limit of its own holds back.</summary>
    public static string[] NoLimits { get; } =
        ["--Channels:Telegram:PerSecond=0", "--Channels:Telegram:PerChatMinute=0", "--Channels:Telegram:ChatInterval=0"];

    /// <summary>Starts a copy of the program; the first one has the timers.</summary>
    public async Task<BuiltProgram> RunAsync(params string[] settings)
    {
        var program = BuiltProgram.Start(
            BuiltProgram.Executable,
            [
                "--Local:Port=0",
                "--Local:Sample=false",
                $"--Local:DataFolder={_folder.Path}",
                $"--Local:Storage={_azurite.ConnectionString}",
                $"--Local:Timers={(_programs.Exists(other => !other.HasExited) ? "false" : "true")}",
                // Reports and reach are not what these runs are about.
                "--ReportSchedule=0 0 0 1 1 *", "--ReachSchedule=0 0 0 1 1 *",
                $"--Channels:Telegram:BaseUrl={Telegram.BaseUrl}", $"--Channels:Facebook:BaseUrl={Facebook.BaseUrl}",
                $"--Channels:Zalo:BaseUrl={Zalo.BaseUrl}", $"--Channels:Zalo:OAuthUrl={Zalo.BaseUrl}",
                $"--Channels:Zalo:AppId={ZaloSimulator.AppId}", $"--Channels:Zalo:SecretKey={ZaloSimulator.SecretKey}",
                .. _plan.BotNames.Select((bot, number) => $"--Credentials:{bot}={BotToken(number)}"),
                .. _plan.PageNames.Select((page, number) => $"--Credentials:{page}={PageToken(number)}"),
                .. _plan.AccountNames.Select(account => $"--Credentials:{account}=first-{account}"),
                .. settings,
            ]);
        _programs.Add(program);
        await program.WaitUntilOpenAsync();
        return program;
    }

    public static string BotToken(int bot) => string.Create(CultureInfo.InvariantCulture, $"{1000 + bot}:sample");

    public static string PageToken(int page) => string.Create(CultureInfo.InvariantCulture, $"page-token-{page:D3}");

    /// <summary>Storage as it really is, read past the program.</summary>
    public Store OpenStore() =>
        new(new TableServiceClient(_azurite.ConnectionString), new(_azurite.ConnectionString), new(_azurite.ConnectionString));

    public async Task<List<Delivery>> DeliveriesAsync() => await AllAsync().ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>How many sends are begun and not ended.</summary>
    public ValueTask<int> CountInFlightAsync() => AllAsync().CountAsync(
        delivery => delivery.State is DeliveryState.Sending, TestContext.Current.CancellationToken);

    /// <summary>Waits until so many posts are really there.</summary>
    public Task UntilPostedAsync(int posts) => Eventually.IsTrueAsync(() => Posts >= posts || HasEnded(), $"{posts} posts", LongestRun);

    /// <summary>Waits until every delivery has ended or waits for a person.</summary>
    public async Task UntilEndedAsync()
    {
        await Eventually.IsTrueAsync(
            async () => HasEnded() || (await DeliveriesAsync() is var all && all.Count == _plan.Deliveries && all.TrueForAll(IsOver)),
            "every delivery has ended",
            LongestRun,
            TimeSpan.FromSeconds(1));

        static bool IsOver(Delivery delivery) =>
            delivery.State is DeliveryState.Delivered or DeliveryState.Failed
            || delivery is { State: DeliveryState.Uncertain, SettleAt: null };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }

        foreach (var simulator in Simulators)
        {
            await simulator.DisposeAsync();
        }

        await _azurite.DisposeAsync();
        _folder.Dispose();
    }

    private IAsyncEnumerable<Delivery> AllAsync() => OpenStore().Deliveries
        .WhereAsync("RowKey lt '~'", DeliveriesJson.Default.DeliveryBlock, TestContext.Current.CancellationToken)
        .SelectMany(row => row.Value.Deliveries.ToAsyncEnumerable());

    private bool HasEnded()
    {
        Assert.True(_programs.Exists(program => !program.HasExited), _programs[^1].Output);
        return false;
    }
}
