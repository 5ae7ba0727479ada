using Dissemination.Local.Host;
using Dissemination.Local.Sample;
using Dissemination.Storage;
using Dissemination.Web.SignIn;

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration.Memory;

namespace Dissemination.Local;

/// <summary>The program on a free loopback port, what wakes it, and the address that people open. They talk over HTTP alone.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly WebApplication _handler;
    private readonly WebApplication _front;
    private readonly HttpClient _http;
    private readonly HostStorage _storage;
    private readonly TimeProvider _time;

    private RunningProgram(WebApplication handler, WebApplication front, HttpClient http, HostStorage storage, Wakers wakers, TimeProvider time)
    {
        (_handler, _front, _http, _storage, Wakers, _time) = (handler, front, http, storage, wakers, time);
        Site = AddressOf(front);
    }

    public Wakers Wakers { get; }

    public Uri Site { get; }

    public static async Task<RunningProgram> StartAsync(
        string[] args, BuildHandler build, AppRoot root, LocalSettings settings, string connectionString, TimeProvider time, CancellationToken cancellationToken)
    {
        var handler = build(args, builder =>
        {
            Configure(builder, connectionString);
            builder.Services.AddSingleton<SamplePerson>();
            builder.Services.AddSingleton<IPersonOfRequest>(services => services.GetRequiredService<SamplePerson>());
            builder.Services.AddSingleton<IChosenPerson>(services => services.GetRequiredService<SamplePerson>());
            builder.Services.AddDataProtection().PersistKeysToFileSystem(new(settings.KeysFolder));
        });
        await handler.Services.GetRequiredService<Store>().CreateAsync(cancellationToken);
        await handler.StartAsync(cancellationToken);
        var address = AddressOf(handler);
        var front = HttpFront.Build(settings, root, address, builder => Configure(builder, connectionString));
        HostStorage storage = new(connectionString);
        await storage.CreateAsync(root.Functions, cancellationToken);
        await front.StartAsync(cancellationToken);

        var logs = front.Services.GetRequiredService<ILoggerFactory>();
        HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
        HandlerClient client = new(http, address, root.Settings.FunctionTimeout, time, logs.CreateLogger<HandlerClient>());
        return new(handler, front, http, storage, Wakers.Start(settings.HasTimers ? root : root.WithoutTimers(), storage, client, time, logs), time);
    }

    public Task LoadSampleAsync(string folder, LocalConsole console, CancellationToken cancellationToken) =>
        new SampleLoader(_storage, new HandInQuestion(_http, Site).AskAsync, console, _time).LoadAsync(folder, cancellationToken);

    /// <summary>In order: no new requests, no new invocations, then the program.</summary>
    public async ValueTask DisposeAsync()
    {
        await _front.StopAsync();
        await Wakers.DisposeAsync();
        await _handler.StopAsync();
        await _front.DisposeAsync();
        await _handler.DisposeAsync();
        _http.Dispose();
    }

    private static void Configure(WebApplicationBuilder builder, string connectionString)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = OneMachineSettings.Defaults });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["AzureWebJobsStorage"] = connectionString, [Handler.PortSetting] = "0" });
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>(); // OneMachine hears the signals and stops in order
    }

    private static Uri AddressOf(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private sealed class SilentLifetime : IHostLifetime
    {
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
