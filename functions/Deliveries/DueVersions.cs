using Azure;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries.Sending;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// Woken by the timer: turns what was taken up into deliveries and hands these to their shares, all in one invocation, so that nothing
/// of it waits until somebody looks into a queue. A version that cannot be planned is told and tried again; the others go on.
/// </summary>
internal sealed partial class DueVersions(
    Store store, FanOutStore fanOuts, FanOut fanOut, Backlog backlog, AlertStore alerts, TimeProvider time, ILogger<DueVersions> logger)
{
    /// <summary>So long the first deliveries wait for the planning of others; then they are sent beside it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>How long an invocation plans; the next tick goes on.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(2);

    /// <summary>One transaction where nothing is to be planned.</summary>
    /// <returns>The shares that have something to send, and that no message wakes but a guard.</returns>
    public async Task<IReadOnlyCollection<GuardedShare>> PlanAsync(CancellationToken cancellationToken)
    {
        var begunAt = time.GetUtcNow();
        var wokenAt = begunAt;
        Dictionary<string, GuardedShare> waiting = new(StringComparer.Ordinal);
        foreach (var unfinished in await fanOuts.DueAsync(cancellationToken))
        {
            var next = unfinished;
            while (next is not null && time.GetUtcNow() - begunAt < LongestWork)
            {
                var taken = await TakeAsync(next, cancellationToken);
                next = taken.Next;
                await WaitAsync(waiting, taken.Shares, cancellationToken);
                if (waiting.Count > 0 && time.GetUtcNow() - wokenAt > LongestWait)
                {
                    await WakeAsync(waiting, cancellationToken);
                    wokenAt = time.GetUtcNow();
                }
            }
        }

        return waiting.Values;
    }

    /// <summary>From now on somebody comes for these shares, even if this invocation is killed.</summary>
    private async Task WaitAsync(
        Dictionary<string, GuardedShare> waiting, IEnumerable<string> shares, CancellationToken cancellationToken)
    {
        foreach (var share in shares.Where(share => !waiting.ContainsKey(share)))
        {
            GuardedShare unguarded = new(share, Guard: null);
            waiting[share] = unguarded;
            try
            {
                waiting[share] = unguarded with { Guard = await unguarded.GuardAsync(store.Lanes, cancellationToken) };
            }
            catch (RequestFailedException e) when (!cancellationToken.IsCancellationRequested)
            {
                LogNoGuard(e, share); // Whoever sends on it leaves one; and who sweeps looks after it.
            }
        }
    }

    private async Task WakeAsync(Dictionary<string, GuardedShare> waiting, CancellationToken cancellationToken)
    {
        foreach (var (share, guarded) in waiting)
        {
            await backlog.WakeAsync(share, TimeSpan.Zero, cancellationToken);
            await (guarded.Guard?.TakeBackAsync(cancellationToken) ?? Task.CompletedTask);
        }

        waiting.Clear();
    }

    /// <returns>The next step, and the shares that have something to send.</returns>
    private async Task<(UnfinishedFanOut? Next, IReadOnlyCollection<string> Shares)> TakeAsync(
        UnfinishedFanOut unfinished, CancellationToken cancellationToken)
    {
        try
        {
            var (next, shares) = await fanOut.TakeAsync(unfinished.Step, cancellationToken);
            return (next is null ? null : unfinished with { Step = next, Tries = 0 }, shares);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var version = unfinished.Step.Version;
            LogStepFailed(e, version, unfinished.Tries + 1);
            await fanOuts.PutOffAsync(unfinished, cancellationToken);
            var problem = new Problem(nameof(ProblemTexts.VersionNotPlanned), null, version.ToString());
            await alerts.RaiseAsync("version", version.ToString(), problem, retry: null, cancellationToken);
            return (null, []);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The share {Share} of the lanes has no guard")]
    private partial void LogNoGuard(Exception exception, string share);

    [LoggerMessage(LogLevel.Error, "A step of the fan-out of {Version} failed, for the {Tries}. time")]
    private partial void LogStepFailed(Exception exception, VersionId version, int tries);
}
