using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Dissemination.Local.Worker;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Extensions.Azure;
using BlobTrigger = Dissemination.Local.Worker.BlobTrigger;
using TimerTrigger = Dissemination.Local.Worker.TimerTrigger;

namespace Dissemination.Local.Listeners;

/// <summary>The WebJobs SDK's own blob, queue and timer listeners, which wake the worker's functions.</summary>
internal static class ListenerHost
{
    /// <summary>Where the SDK keeps its receipts and statuses.</summary>
    public const string Notes = "azure-webjobs-hosts";

    /// <summary>How long what is in hand may take when the host stops.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(20);

    /// <param name="settings">The app's settings: storage, schedules, and what <c>host.json</c> says of the extensions.</param>
    public static IHost Build(WorkerSupervisor worker, LocalSettings local, IConfiguration settings, TimeProvider time)
    {
        var storage = settings[Invocations.StorageSetting]!;
        var functions = worker.Functions.Where(function => local.HasTimers || function.Trigger is not TimerTrigger);
        var type = FunctionType.Of(functions.OrderBy(function => function.Trigger is BlobTrigger));
        return new HostBuilder()
            .ConfigureAppConfiguration(configuration => configuration.AddConfiguration(settings))
            .ConfigureLogging(
                (context, logging) => logging.AddConfiguration(context.Configuration.GetSection("Logging")).AddSimpleConsole())
            .ConfigureWebJobs(jobs => jobs.AddAzureStorageBlobs().AddAzureStorageQueues().AddTimers())
            .ConfigureServices(services =>
            {
                services.AddSingleton<ITypeLocator>(new OneType(type));
                services.AddSingleton<IHostIdProvider>(new FixedHostId(local.HostId));
                services.AddSingleton(worker).AddSingleton<IFunctionCalls, FunctionCalls>();
                services.AddSingleton<ScheduleMonitor>(new ScheduleStatusBlobs(new(storage, Notes), local.HostId));
                services.AddSingleton(provider => new MessageHold(new(storage), time, provider.GetRequiredService<ILogger<MessageHold>>()));
                services.AddSingleton<FirstListed>();
                services.AddAzureClients(clients => clients.ConfigureDefaults(static (options, provider) =>
                {
                    if (options is QueueClientOptions)
                    {
                        options.AddPolicy(provider.GetRequiredService<MessageHold>(), HttpPipelinePosition.PerCall);
                    }

                    if (options is BlobClientOptions)
                    {
                        options.AddPolicy(provider.GetRequiredService<FirstListed>(), HttpPipelinePosition.PerCall);
                    }
                }));
                services.AddSingleton<IHostLifetime, SilentLifetime>();
            })
            .Build();
    }

    /// <summary>Creates what the listeners look into but do not create.</summary>
    public static async Task CreateContainersAsync(WorkerSupervisor worker, string storage, CancellationToken cancellationToken)
    {
        BlobServiceClient blobs = new(storage);
        foreach (var container in worker.Functions.Select(function => function.Trigger).OfType<BlobTrigger>()
            .Select(blob => blob.Container).Append(Notes))
        {
            await blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }

    /// <summary>Takes up nothing more, waits for what is in hand, and stops.</summary>
    public static async Task StopAsync(IHost listeners)
    {
        using CancellationTokenSource late = new(LongestStop);
        try
        {
            await listeners.StopAsync(late.Token);
        }
        catch (InvalidOperationException)
        {
            // The SDK stops the queue that its blob listeners share once for each of them, and the second time it says so.
            // They come last, so all others have stopped by then.
        }
    }

    private sealed class OneType(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }

    private sealed class FixedHostId(string id) : IHostIdProvider
    {
        public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult(id);
    }
}
