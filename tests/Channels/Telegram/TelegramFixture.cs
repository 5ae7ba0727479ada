using Dissemination.Channels;
using Dissemination.Channels.Telegram;
using Dissemination.Storage;
using Dissemination.Simulators.Telegram;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Channels.Telegram;

/// <summary>A Telegram channel that talks to the simulator.</summary>
internal sealed class TelegramFixture : IAsyncDisposable, IHttpClientFactory
{
    public const string Token = "123456:AAF-simulated-token-of-35-characters";

    private readonly SocketsHttpHandler _handler = new();

    private TelegramFixture(TelegramSimulator simulator, FakeTimeProvider time, Store store)
    {
        TelegramHttp.Configure(_handler);
        (Simulator, Time) = (simulator, time);
        Channel = new(this, Options.Create(new TelegramOptions { BaseUrl = simulator.BaseUrl, ChatInterval = 0 }), store);
        Paced = new(this, Options.Create(new TelegramOptions { BaseUrl = simulator.BaseUrl }), store);
        Elsewhere = baseUrl => new(this, Options.Create(new TelegramOptions { BaseUrl = baseUrl }), store);
    }

    public TelegramSimulator Simulator { get; }

    /// <summary>The simulator's clock.</summary>
    public FakeTimeProvider Time { get; }

    /// <summary>One that sends all parts of a post at once.</summary>
    public TelegramChannel Channel { get; }

    /// <summary>One with the limits that are set where nothing else is.</summary>
    public TelegramChannel Paced { get; }

    /// <summary>A channel that talks to another server.</summary>
    public Func<string, TelegramChannel> Elsewhere { get; }

    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(20);

    public static async Task<TelegramFixture> StartAsync(Store store, CancellationToken cancellation)
    {
        var time = new FakeTimeProvider(Posts.Morning);
        return new(await TelegramSimulator.StartAsync(time: time, cancellation: cancellation), time, store);
    }

    public HttpClient CreateClient(string name) =>
        new(new ConnectTimeoutHandler { InnerHandler = _handler }, disposeHandler: false) { Timeout = Patience };

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        _handler.Dispose();
    }
}
