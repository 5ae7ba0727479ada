using System.Collections.Concurrent;
using System.Security.Cryptography;

using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

using Dissemination.Local.Host;
using Dissemination.Tests.Triggers;
using Dissemination.Triggers.Contract;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dissemination.Tests.Local;

/// <summary>A host with one function over the tests' Azurite; names are its own, so that tests do not meet.</summary>
internal sealed class HostBench : IAsyncDisposable
{
    private readonly AzuriteFixture _azurite;
    private readonly HttpClient _http = new();
    private ServedHandler? _handler;

    public HostBench(AzuriteFixture azurite)
    {
        _azurite = azurite;
        Unique = "t" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        Storage = new(azurite.ConnectionString, Unique);
    }

    /// <summary>A name that no other test uses, good for queues and containers.</summary>
    public string Unique { get; }

    public HostStorage Storage { get; }

    /// <summary>The bodies that were posted to the function.</summary>
    public ConcurrentQueue<byte[]> Bodies { get; } = new();

    /// <summary>How the function answers; well, unless a test says otherwise.</summary>
    public RequestDelegate Answer { get; set; } = context => InvocationAnswers.WriteDoneAsync(context.Response).AsTask();

    public static QueuePace Pace { get; } = new(AtOnce: 16, MoreBelow: 8, MaxTries: 5, RetryAfter: TimeSpan.Zero, LongestPause: TimeSpan.FromMilliseconds(200));

    public async Task<HandlerClient> StartHandlerAsync(TimeProvider? time = null)
    {
        _handler = await ServedHandler.StartRawAsync("Test", async context =>
        {
            MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body);
            Bodies.Enqueue(body.ToArray());
            await Answer(context);
        });
        return new(_http, _handler.Address, TimeSpan.FromMinutes(5), time ?? TimeProvider.System, NullLogger<HandlerClient>.Instance);
    }

    public async Task<QueueClient> CreateQueueAsync(string suffix = "")
    {
        var queue = Storage.Queue(Unique + suffix);
        await queue.CreateIfNotExistsAsync();
        return queue;
    }

    public QueuePump Pump(QueueClient queue, DoMessage work, QueuePace? pace = null, TimeProvider? time = null) =>
        new(queue, PoisonQueue.Of(Storage, queue.Name), pace ?? Pace, work, time ?? TimeProvider.System, NullLogger<QueuePump>.Instance);

    /// <summary>Runs something until a condition is true, and stops it in order.</summary>
    public static async Task RunUntilAsync(Func<CancellationToken, Task> run, Func<Task<bool>> condition, string what)
    {
        using CancellationTokenSource stop = new();
        var running = run(stop.Token);
        try
        {
            await Eventually.IsTrueAsync(condition, what);
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
    }

    public static async Task<int> CountAsync(QueueClient queue)
    {
        if (!await queue.ExistsAsync())
        {
            return 0;
        }

        QueueProperties properties = await queue.GetPropertiesAsync();
        return properties.ApproximateMessagesCount;
    }

    public HostStorage Again() => new(_azurite.ConnectionString, Unique);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_handler is not null)
        {
            await _handler.DisposeAsync();
        }
    }
}
