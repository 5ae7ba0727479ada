using Azure.Core.Pipeline;
using Dissemination.Channels;
using Dissemination.Channels.Zalo;
using Dissemination.Directory;
using Dissemination.Simulators.Zalo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Channels.Zalo;

/// <summary>The Zalo channel as the program composes it, talking to the simulator, with an account of its own.</summary>
internal sealed class ZaloFixture : IAsyncDisposable
{
    private static int _accounts;

    private readonly ChannelStorage _storage;
    private readonly List<ServiceProvider> _processes = [];

    private ZaloFixture(ChannelStorage storage, ZaloSimulator simulator, FakeTimeProvider time)
    {
        (_storage, Simulator, Time) = (storage, simulator, time);
        Account = $"zalo_{Interlocked.Increment(ref _accounts)}";
        Channel = Process();
    }

    public ZaloSimulator Simulator { get; }

    public FakeTimeProvider Time { get; }

    public string Account { get; }

    /// <summary>The first refresh token, as it stands in configuration.</summary>
    public string FirstToken => ZaloSimulator.FirstTokenOf(Account);

    public ZaloChannel Channel { get; }

    /// <summary>The first process's way into groups, to send parts of one's own making.</summary>
    public ZaloGroups Groups => _processes[0].GetRequiredService<ZaloGroups>();

    public Logs Logs { get; } = new();

    public static async Task<ZaloFixture> StartAsync(ChannelStorage storage)
    {
        // Eight in the morning in Điện Biên.
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));
        return new(storage, await ZaloSimulator.StartAsync(time: time, cancellationToken: TestContext.Current.CancellationToken), time);
    }

    /// <summary>The channel as another process has it, which shares only storage.</summary>
    /// <param name="policy">Something in the way of its storage.</param>
    public ZaloChannel Process(HttpPipelinePolicy? policy = null, TimeSpan? patience = null, params (string Name, string Value)[] settings)
    {
        Dictionary<string, string?> configuration = new()
        {
            ["Channels:Zalo:BaseUrl"] = Simulator.BaseUrl,
            ["Channels:Zalo:OAuthUrl"] = Simulator.BaseUrl,
            ["Channels:Zalo:AppId"] = ZaloSimulator.AppId,
            ["Channels:Zalo:SecretKey"] = ZaloSimulator.SecretKey,
        };
        foreach (var (name, value) in settings)
        {
            configuration[$"Channels:Zalo:{name}"] = value;
        }

        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build()).AddChannels();
        services.AddSingleton(policy is null ? _storage.Store : _storage.With(policy)).AddSingleton(Posts.Site)
            .AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddHttpClient(ZaloClient.Reads, client => client.Timeout = LongWaits.Longest);
        services.AddHttpClient(ZaloClient.Tokens, client => client.Timeout = LongWaits.Longest);
        services.AddHttpClient(ZaloClient.Sends, client => client.Timeout = patience ?? LongWaits.Longest);

        var process = services.BuildServiceProvider();
        _processes.Add(process);
        return process.GetRequiredService<ZaloChannel>();
    }

    public Destination Destination(string address = "nhom-1") =>
        new(new(new("bung-lao"), "zalo"), ChannelKind.Zalo, "Nhóm Zalo OA xã Búng Lao", address, Account, []);

    public SendRequest Request(string address = "nhom-1", Post? post = null, string? progress = null) =>
        new(post ?? Posts.Article("Nội dung"), Destination(address), FirstToken, progress);

    public Task<SendOutcome> SendAsync(string address = "nhom-1", Post? post = null, string? progress = null) =>
        SendAsync(Channel, address, post, progress);

    public Task<SendOutcome> SendAsync(ZaloChannel channel, string address = "nhom-1", Post? post = null, string? progress = null) =>
        channel.SendAsync(Request(address, post, progress), TestContext.Current.CancellationToken);

    public int CallsTo(string path) => Simulator.CallsMade.Count(call => call.Path == path);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Simulator.DisposeAsync();
    }

    /// <summary>An article with a cover.</summary>
    public static Post WithPicture(string title = "Mắc ca trên đất Búng Lao", string body = "Nội dung") =>
        Posts.Article(body, title) with { Pictures = [new("doi-mac-ca.png", "image/png", "Đồi mắc ca")] };
}
