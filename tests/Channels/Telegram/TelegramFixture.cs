using Dissemination.Channels;
using Dissemination.Channels.Telegram;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Channels.Telegram;

/// <summary>The Telegram channel as the program composes it, talking to the simulator.</summary>
internal sealed class TelegramFixture : IAsyncDisposable
{
    public const string Token = "123456:AAF-simulated-token-of-35-characters";

    private readonly List<ServiceProvider> _owned = [];
    private readonly Store _store;

    private TelegramFixture(TelegramSimulator simulator, FakeTimeProvider time, Store store)
    {
        (Simulator, Time, _store) = (simulator, time, store);
        Channel = At(simulator.BaseUrl, ("ChatInterval", "0"));
        Paced = At(simulator.BaseUrl);
    }

    public TelegramSimulator Simulator { get; }

    /// <summary>The simulator's clock, and the channel's.</summary>
    public FakeTimeProvider Time { get; }

    /// <summary>One that sends all parts of a post at once.</summary>
    public TelegramChannel Channel { get; }

    /// <summary>One with the limits that are set where nothing else is.</summary>
    public TelegramChannel Paced { get; }

    public TimeSpan Patience { get; set; } = LongWaits.Longest;

    public static async Task<TelegramFixture> StartAsync(Store store, CancellationToken cancellationToken)
    {
        var time = new FakeTimeProvider(Posts.Morning);
        return new(await TelegramSimulator.StartAsync(time: time, cancellationToken: cancellationToken), time, store);
    }

    /// <summary>A channel that talks to another server.</summary>
    public TelegramChannel Elsewhere(string baseUrl) => At(baseUrl);

    public async ValueTask DisposeAsync()
    {
        foreach (var owned in _owned)
        {
            await owned.DisposeAsync();
        }

        await Simulator.DisposeAsync();
    }

    private TelegramChannel At(string baseUrl, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                [new("Channels:Telegram:BaseUrl", baseUrl), .. settings.Select(
                    setting => new KeyValuePair<string, string?>($"Channels:Telegram:{setting.Key}", setting.Value))])
            .Build();
        var services = new ServiceCollection().AddSingleton(_store).AddSingleton<TimeProvider>(Time).AddLogging()
            .AddSingleton<IConfiguration>(configuration).AddChannels();
        services.AddHttpClient(TelegramBots.Http, client => client.Timeout = Patience);
        var provider = services.BuildServiceProvider();
        _owned.Add(provider);
        return provider.GetRequiredService<TelegramChannel>();
    }
}
