using Dissemination.Local.Worker.Rpc;

namespace Dissemination.Local.Worker;

/// <summary>Keeps one worker running: one that dies is started again, and what it had in hand fails, so that it comes again.</summary>
internal sealed class WorkerSupervisor : IAsyncDisposable
{
    /// <summary>How long a function that took too long may take to alert that it is to stop, before its worker is ended.</summary>
    private static readonly TimeSpan GraceToCancel = TimeSpan.FromSeconds(5);

    private readonly WorkerStart _start;
    private readonly ILogger<WorkerSupervisor> _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inHand;
    private TaskCompletionSource<RunningWorker> _current = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerSupervisor(WorkerStart start, RunningWorker first, ILogger<WorkerSupervisor> log)
    {
        (_start, _log) = (start, log);
        _current.SetResult(first);
        Functions = [.. first.Functions.Values];
        Ended = WatchAsync(first);
    }

    /// <summary>The functions that the worker serves, whichever process it is.</summary>
    public IReadOnlyList<WorkerFunction> Functions { get; }

    /// <summary>Completes after a stop, or fails with a <see cref="StartProblem"/> when the worker keeps dying.</summary>
    public Task Ended { get; }

    public static async Task<WorkerSupervisor> StartAsync(
        WorkerStart start, ILogger<WorkerSupervisor> log, CancellationToken cancellationToken) =>
        new(start, await RunningWorker.StartAsync(start, cancellationToken), log);

    /// <summary>The worker that answers now; while there is none, the next.</summary>
    public Task<RunningWorker> CurrentAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _current).Task.WaitAsync(cancellationToken);

    /// <summary>Runs a function to its end, within the time that <c>host.json</c> gives it.</summary>
    /// <exception cref="FunctionFailedException">It failed or took too long.</exception>
    /// <exception cref="WorkerGoneException">The worker died meanwhile.</exception>
    public async Task InvokeAsync(string function, InvocationRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _inHand);
        try
        {
            await InvokeInTimeAsync(function, request, cancellationToken);
        }
        finally
        {
            if (Interlocked.Decrement(ref _inHand) == 0 && _stop.IsCancellationRequested)
            {
                _idle.TrySetResult();
            }
        }
    }

    /// <summary>Waits for what is in hand, then ends the worker in order. Nothing more is to be invoked.</summary>
    /// <param name="grace">How long each of the two may take.</param>
    public async Task StopAsync(TimeSpan grace)
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        if (Volatile.Read(ref _inHand) > 0)
        {
            await _idle.Task.WaitAsync(grace, _start.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_current.Task.IsCompletedSuccessfully)
        {
            await (await _current.Task).StopAsync(grace, _start.Time);
        }

        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        _stop.Dispose();
    }

    private async Task InvokeInTimeAsync(string function, InvocationRequest request, CancellationToken cancellationToken)
    {
        var worker = await CurrentAsync(cancellationToken);
        using CancellationTokenSource late = new(_start.Folder.FunctionTimeout, _start.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var invocation = worker.InvokeAsync(worker.Functions[function], request, either.Token);
        await Task.WhenAny(invocation, WhenAsync(late.Token));
        if (!late.IsCancellationRequested)
        {
            await invocation;
            return;
        }

        await invocation.WaitAsync(GraceToCancel, _start.Time, CancellationToken.None)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!invocation.IsCompleted)
        {
            _log.WorkerEndedForTimeout(function);
            worker.Kill();
            await invocation.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        throw new FunctionFailedException(function, "took too long");
    }

    private static async Task WhenAsync(CancellationToken token) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task WatchAsync(RunningWorker worker)
    {
        RestartPolicy policy = default;
        while (true)
        {
            var lines = await worker.Ended;
            Volatile.Write(ref _current, new(TaskCreationOptions.RunContinuationsAsynchronously));
            for (RunningWorker? next = null; next is null;)
            {
                if (_stop.IsCancellationRequested)
                {
                    return;
                }

                policy = policy.AfterDeath(_start.Time.GetUtcNow());
                if (policy.GivesUp)
                {
                    _current.TrySetException(new WorkerGoneException()); // whoever waits for a worker hears that there will be none
                    throw new StartProblem(LocalText.Of(nameof(LocalTexts.WorkerKeepsDying), RestartPolicy.MostDeaths), lines);
                }

                _log.WorkerDied();
                await worker.DisposeAsync();
                (next, lines) = await StartAgainAsync();
                worker = next ?? worker;
            }

            _log.WorkerRunsAgain(worker.ProcessId);
            _current.SetResult(worker);
        }
    }

    /// <returns>The next worker, or the last lines of one that did not even start.</returns>
    private async Task<(RunningWorker? Worker, string[] Lines)> StartAgainAsync()
    {
        try
        {
            return (await RunningWorker.StartAsync(_start, _stop.Token), []);
        }
        catch (StartProblem problem)
        {
            return (null, [.. problem.Details]);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return (null, []);
        }
    }
}
