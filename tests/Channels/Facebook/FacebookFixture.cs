using System.Net;
using System.Net.Sockets;
using Dissemination.Channels;
using Dissemination.Channels.Facebook;
using Dissemination.Directory;
using Dissemination.Simulators.Facebook;
using Dissemination.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dissemination.Tests.Channels.Facebook;

/// <summary>The Facebook channel as the program composes it, talking to the simulator.</summary>
internal sealed class FacebookFixture : IAsyncDisposable
{
    public const string Page = "100200300";
    public const string Token = "EAAB-simulated-page-token";

    private readonly List<IAsyncDisposable> _owned = [];
    private readonly Store _store;

    private FacebookFixture(FacebookSimulator simulator, Store store, (string Key, string Value)[] settings)
    {
        (Simulator, _store) = (simulator, store);
        Channel = At(simulator.BaseUrl, settings);
    }

    public FacebookSimulator Simulator { get; }

    public FacebookChannel Channel { get; }

    public TimeSpan Patience { get; set; } = LongWaits.Longest;

    /// <summary>Everything that was logged at any level.</summary>
    public KeptLog Log { get; } = new();

    public static Destination Destination { get; } =
        new(new(new("bung-lao"), "facebook"), ChannelKind.Facebook, "Trang Facebook xã Búng Lao", Page, "facebook_bung_lao", []);

    public static async Task<FacebookFixture> StartAsync(Store store, params (string Key, string Value)[] settings) =>
        new(await FacebookSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken), store, settings);

    public static SendRequest Request(Post post, string? progress = null) => new(post, Destination, Token, progress);

    public static Post Article(string body = "Nội dung", string link = Posts.Link) => Posts.Article(body) with { Link = link };

    public Task<SendOutcome> SendAsync(Post? post = null) =>
        Channel.SendAsync(Request(post ?? Article()), TestContext.Current.CancellationToken);

    /// <summary>A channel that talks to another server, or with other settings.</summary>
    public FacebookChannel At(string baseUrl, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                [new("Channels:Facebook:BaseUrl", baseUrl), .. settings.Select(
                    setting => new KeyValuePair<string, string?>($"Channels:Facebook:{setting.Key}", setting.Value))])
            .Build();
        var services = new ServiceCollection().AddSingleton(_store).AddSingleton(Posts.Site).AddSingleton(TimeProvider.System)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddSingleton<IConfiguration>(configuration).AddChannels();

        services.AddHttpClient(FacebookClient.Reads, http => http.Timeout = Patience);
        services.AddHttpClient(FacebookClient.Sends, http => http.Timeout = Patience);
        var provider = services.BuildServiceProvider();
        _owned.Add(provider);
        return provider.GetRequiredService<FacebookChannel>();
    }

    public static string NobodyListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var owned in _owned)
        {
            await owned.DisposeAsync();
        }

        await Simulator.DisposeAsync();
    }
}
