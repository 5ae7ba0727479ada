using Dissemination.Local.Listeners;
using Dissemination.Local.Metrics;
using Dissemination.Local.Sample;
using Dissemination.Local.Worker;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dissemination.Local;

/// <summary>The worker, what wakes it, and the address that people open.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan GraceToStop = TimeSpan.FromSeconds(20);

    private readonly WebApplication _server;
    private readonly WorkerSupervisor _worker;
    private readonly WebApplication _front;
    private readonly IHost _listeners;

    private RunningProgram(WebApplication server, WorkerSupervisor worker, WebApplication front, IHost listeners)
    {
        (_server, _worker, _front, _listeners) = (server, worker, front, listeners);
        Site = AddressOf(front);
    }

    public Uri Site { get; }

    public int FunctionCount => _worker.Functions.Count;

    /// <summary>The process that serves the functions now.</summary>
    public async Task<int> WorkerIdAsync(CancellationToken cancellationToken) => (await _worker.CurrentAsync(cancellationToken)).ProcessId;

    /// <summary>Completes after a stop, or fails with a <see cref="StartProblem"/> when the worker keeps dying.</summary>
    public Task Ended => _worker.Ended;

    /// <param name="settings">The app's settings, which the worker gets as its environment.</param>
    public static async Task<RunningProgram> StartAsync(
        LocalSettings local, IConfiguration settings, Counts counts, TimeProvider time, CancellationToken cancellationToken)
    {
        ExpectedWorkers expected = new();
        var server = WorkerServer.Build(expected, counts, builder => Configure(builder, settings));
        await server.StartAsync(cancellationToken);
        var loggers = server.Services.GetRequiredService<ILoggerFactory>();
        WorkerStart start = new()
        {
            Folder = WorkerFolder.Read(local.WorkerFolder, settings),
            Host = AddressOf(server),
            Expected = expected,
            Settings = WorkerSettings.Of(settings, AddressOf(server)),
            Log = new WorkerLog(loggers).Write,
            Time = time,
        };
        var worker = await WorkerSupervisor.StartAsync(start, loggers.CreateLogger<WorkerSupervisor>(), cancellationToken);
        try
        {
            var front = HttpFront.Build(local.Port, worker, start.Folder, builder => Configure(builder, settings));
            await front.StartAsync(cancellationToken);
            await ListenerHost.CreateContainersAsync(worker, settings[Invocations.StorageSetting]!, cancellationToken);
            var listeners = ListenerHost.Build(worker, local, ListenerSettings(start.Folder, settings), time);
            await listeners.StartAsync(cancellationToken);
            return new(server, worker, front, listeners);
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    public async Task LoadSampleAsync(
        LocalSettings local, string storage, LocalConsole console, TimeProvider time, CancellationToken cancellationToken)
    {
        using HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
        await new SampleLoader(new(storage), new HandInQuestion(http, Site).AskAsync, console, time)
            .LoadAsync(local.ContentFolder, cancellationToken);
    }

    /// <summary>In order: nothing more is taken up, what is in hand ends, then the worker.</summary>
    public async ValueTask DisposeAsync()
    {
        await _front.StopAsync();
        await ListenerHost.StopAsync(_listeners);
        await _worker.StopAsync(GraceToStop);
        await _server.StopAsync();
        _listeners.Dispose();
        await _front.DisposeAsync();
        await _worker.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static IConfiguration ListenerSettings(WorkerFolder folder, IConfiguration settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(folder.Extensions).AddConfiguration(settings).Build();

    private static void Configure(WebApplicationBuilder builder, IConfiguration settings)
    {
        builder.Configuration.AddConfiguration(settings);
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
