using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries;

/// <summary>
/// Turns a language version into deliveries, step by step: as many steps as it needs, each as small as the first, so that memory stays the
/// same at any size and a crash costs one step. Repeating a step completes it and doubles nothing.
/// </summary>
internal sealed class FanOut(
    FanOutStore fanOuts,
    FanOutEnd end,
    DeliveryPlanner planner,
    DestinationOrder order,
    VersionReader versions,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>The deliveries of one step: a second of writing, and a few rows.</summary>
    public const int StepSize = 1_000;

    /// <summary>Takes one step.</summary>
    /// <returns>The next one, which is stored, or null where it was the last; and the shares that have something to send.</returns>
    public async Task<(FanOutStep? Next, IReadOnlyCollection<string> Shares)> TakeAsync(
        FanOutStep step, CancellationToken cancellationToken)
    {
        using var span = Tracing.Continue("fan-out", step.TraceParent).Tag(step.Version);
        var version = await versions.ReadAloudAsync(step.Version, cancellationToken);
        var directory = await directories.CurrentAsync(cancellationToken);
        if (version.For(step.Commune).ClearanceAt(time.GetUtcNow()) is var clearance and not Clearance.Clear)
        {
            await end.BreakOffAsync(step, version, clearance, directory, cancellationToken);
            return (null, []);
        }

        var slice = Plan.WantedAloud(version, directory, order.After(directory, step.AfterLane, step.AfterDestination))
            .Where(destination =>
                step.Commune is not { } commune || directory.Successor(destination.Id.Commune) == directory.Successor(commune))
            .Take(StepSize)
            .ToList();
        var (count, shares) = await planner.PlanAsync(version, slice, step, directory, cancellationToken);
        await end.LookAgainAsync(version, cancellationToken);
        span?.SetTag("count", slice.Count);
        var goesOn = step with { Planned = step.Planned + count };
        if (slice.Count < StepSize)
        {
            await end.EndAsync(goesOn, version, directory, cancellationToken);
            return (null, shares);
        }

        var last = slice[^1];
        goesOn = goesOn with { AfterLane = order.LaneOf(last), AfterDestination = last.Id };
        await fanOuts.GoOnAsync(goesOn, cancellationToken);
        return (goesOn, shares);
    }
}
