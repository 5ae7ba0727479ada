
using Dissemination.Triggers.Contract;

namespace Dissemination.Local.Host;

/// <summary>Wakes a function at the moments of its schedule, one run after the other.</summary>
internal sealed class TimerWaker(FunctionDefinition function, TimerTrigger trigger, HostStorage storage, HandlerClient handler, TimeProvider time, ILogger<TimerWaker> log)
{
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromDays(1);

    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromSeconds(2);

    private readonly TimerStatusBlob _blob = new(storage, function);

    /// <summary>Runs until <paramref name="stop"/>; <paramref name="abort"/> breaks a running invocation off.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        var isMonitored = !trigger.Schedule.IsFrequent(time.GetUtcNow());
        var status = await StartAsync(isMonitored, stop);
        var isPastDue = isMonitored && status.Next < time.GetUtcNow();
        while (isPastDue || await WaitUntilAsync(status.Next, stop))
        {
            var started = time.GetUtcNow();
            ScheduleStatus? told = isMonitored ? new(status.Last, status.Next, status.LastUpdated) : null;
            try
            {
                await handler.InvokeAsync(function, InvocationRequest.ForTimer(function, trigger.Binding, new(isPastDue, told), started), abort);
            }
            catch (OperationCanceledException) when (abort.IsCancellationRequested)
            {
                return; // not written down: the next start tells of it again
            }

            // A clock that fires a little early would otherwise find the same moment twice.
            var at = !isPastDue && status.Next > started ? status.Next : started;
            status = new(at, trigger.Schedule.Next(at), at);
            isPastDue = false; // several missed moments are one
            await WriteAsync(isMonitored, status, abort);
        }
    }

    private async Task<TimerStatus> StartAsync(bool isMonitored, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        TimerStatus fresh = new(default, trigger.Schedule.Next(now), default);
        if (!isMonitored)
        {
            return fresh;
        }

        if (await ReadAsync(stop) is not { } status)
        {
            // Written at once, so that a first moment that is missed is known to be.
            fresh = fresh with { LastUpdated = now };
            await WriteAsync(isMonitored, fresh, stop);
            return fresh;
        }

        // A schedule that was changed since is not past due by its old moments.
        var next = trigger.Schedule.Next(status.LastUpdated);
        return next == status.Next ? status : status with { Next = trigger.Schedule.Next(now) };
    }

    private async Task<TimerStatus?> ReadAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await _blob.ReadAsync(stop);
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                log.StorageFailed(function.Name, failure);
                await Task.Delay(s_pauseAfterFailure, time, stop);
            }
        }
    }

    private async Task WriteAsync(bool isMonitored, TimerStatus status, CancellationToken cancellationToken)
    {
        if (!isMonitored)
        {
            return;
        }

        try
        {
            await _blob.WriteAsync(status, cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            log.StorageFailed(function.Name, failure);
        }
    }

    /// <returns>False when stopped before.</returns>
    private async Task<bool> WaitUntilAsync(DateTimeOffset moment, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var left = moment - time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return true;
            }

            await Task.Delay(left < s_longestDelay ? left : s_longestDelay, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }
}
