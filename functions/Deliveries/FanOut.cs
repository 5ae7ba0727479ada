using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries;

/// <summary>
/// Turns a language version into deliveries, a step a message: as many steps as it needs, each as small as the first, so that memory stays
/// the same at any size and a crash costs one step. Repeating a step completes it and doubles nothing.
/// </summary>
internal sealed class FanOut(
    VersionReader versions,
    FanOutRecovery recovery,
    FanOutEnd end,
    DeliveryPlanner planner,
    DestinationOrder order,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>The deliveries of one step: a few seconds of writing, far below the host's limit.</summary>
    public const int StepSize = 1_000;

    public async Task TakeAsync(FanOutStep step, CancellationToken cancellationToken)
    {
        using var span = Tracing.Continue("fan-out", step.TraceParent).Tag(step.Version);
        var version = await versions.ReadAsync(step.Version, cancellationToken);
        var directory = await directories.CurrentAsync(cancellationToken);
        if (version.For(step.Commune).ClearanceAt(time.GetUtcNow()) is var clearance and not Clearance.Clear)
        {
            await end.BreakOffAsync(step, version, clearance, cancellationToken);
            return;
        }

        var slice = Plan.Wanted(version.Id, version.Content, directory, order.After(directory, step.AfterLane, step.AfterDestination))
            .Where(destination =>
                step.Commune is not { } commune || directory.Successor(destination.Id.Commune) == directory.Successor(commune))
            .Take(StepSize)
            .ToList();
        var planned = await planner.PlanAsync(version, slice, step, directory, cancellationToken);
        await end.LookAgainAsync(version, cancellationToken);
        span?.SetTag("count", slice.Count);
        var goesOn = step with { Planned = step.Planned + planned };
        if (slice.Count == StepSize)
        {
            var last = slice[^1];
            await recovery.GoOnAsync(
                goesOn with { AfterLane = order.LaneOf(last), AfterDestination = last.Id }, cancellationToken);
            return;
        }

        await end.EndAsync(goesOn, version, cancellationToken);
    }
}
