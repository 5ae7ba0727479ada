namespace Dissemination.Local.Host;

/// <summary>Everything that wakes the program without a person: timers, queues, blobs.</summary>
internal sealed class Wakers : IAsyncDisposable
{
    private static readonly TimeSpan s_longestStop = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort;

    private Wakers(AppRoot root, HostStorage storage, HandlerClient handler, TimeProvider time, ILoggerFactory logs)
    {
        _abort = new(Timeout.InfiniteTimeSpan, time);
        Ended = Task.WhenAll([.. Tasks(root, storage, handler, time, logs).Select(WatchAsync)]);
    }

    /// <summary>Completes after a stop, or fails with what nobody expected.</summary>
    public Task Ended { get; }

    public static Wakers Start(AppRoot root, HostStorage storage, HandlerClient handler, TimeProvider time, ILoggerFactory logs) =>
        new(root, storage, handler, time, logs);

    /// <summary>Takes up nothing more and waits for what is running, but not for ever.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _abort.CancelAfter(s_longestStop);
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _abort.Dispose();
    }

    /// <summary>A waker that fails stops the others: better a program that ends than one that sleeps on in part.</summary>
    private async Task WatchAsync(Task waker)
    {
        try
        {
            await waker;
        }
        catch
        {
            await _stop.CancelAsync();
            throw;
        }
    }

    private IEnumerable<Task> Tasks(AppRoot root, HostStorage storage, HandlerClient handler, TimeProvider time, ILoggerFactory logs)
    {
        var settings = root.Settings;
        QueuePace pace = new(settings.BatchSize, settings.NewBatchThreshold, settings.MaxDequeueCount, settings.RetryAfter, settings.MaxPollingInterval);
        var pumpLog = logs.CreateLogger<QueuePump>();
        foreach (var function in root.Functions)
        {
            switch (function.Trigger)
            {
                case TimerTrigger timer:
                    yield return new TimerWaker(function, timer, storage, handler, time, logs.CreateLogger<TimerWaker>()).RunAsync(_stop.Token, _abort.Token);
                    break;
                case BlobTrigger blob:
                    yield return new BlobScanner(storage, function, blob, time, logs.CreateLogger<BlobScanner>()).RunAsync(_stop.Token);
                    break;
                case QueueTrigger queue:
                    DoMessage work = (message, text, cancellationToken) =>
                        handler.InvokeAsync(function, InvocationRequest.ForQueue(function, queue.Binding, message, text, time.GetUtcNow()), cancellationToken);
                    yield return new QueuePump(storage.Queue(queue.Queue), PoisonQueue.Of(storage, queue.Queue), pace, work, time, pumpLog).RunAsync(_stop.Token, _abort.Token);
                    break;
            }
        }

        if (root.Functions.Any(function => function.Trigger is BlobTrigger))
        {
            var blobPace = pace with { AtOnce = settings.BlobsAtOnce, MoreBelow = settings.BlobsAtOnce / 2, MaxTries = settings.MaxBlobTries };
            BlobDelivery delivery = new(storage, root.Functions, handler, time);
            PoisonQueue poison = new(storage.Queue(HostStorage.BlobPoisonQueue));
            yield return new QueuePump(storage.BlobQueue, poison, blobPace, delivery.DeliverAsync, time, pumpLog).RunAsync(_stop.Token, _abort.Token);
        }
    }
}
