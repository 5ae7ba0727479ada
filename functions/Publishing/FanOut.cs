using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>
/// Turns a language version into deliveries, a step a message: as many steps as it needs, each as small as the first, so that memory stays the
/// same at any size and a crash costs one step. Repeating a step completes it and doubles nothing.
/// </summary>
internal sealed partial class FanOut(
    Store store,
    VersionReader versions,
    OpenFanOuts open,
    DeliveryWriter writer,
    Backlog backlog,
    EarlierPosts earlierPosts,
    DestinationOrder order,
    DirectoryStore directories,
    ILanes lanes,

    TimeProvider time,
    ILogger<FanOut> logger)
{
    /// <summary>The deliveries of one step: a few seconds of writing, far below the host's limit.</summary>
    public const int StepSize = 1_000;

    public async Task TakeAsync(FanOutStep step, CancellationToken cancellation)
    {
        var version = await versions.ReadAsync(step.Version, cancellation);
        if (version.ClearanceAt(time.GetUtcNow()) is not Clearance.Clear)
        {
            // Whoever approves it again hands it over again.
            await open.EndAsync(step, cancellation);
            return;
        }

        var directory = await directories.CurrentAsync(cancellation);
        var slice = Plan.Wanted(version.Id, version.Content, directory, order.After(directory, step.AfterLane, step.AfterDestination)).Take(StepSize).ToList();
        Dictionary<DestinationId, Delivery> standing = new(slice.Count);
        foreach (var chunk in slice.GroupBy(destination => destination.Id.Commune).SelectMany(commune => commune.Chunk(Transaction.Limit)))
        {
            var planned = chunk
                .Select(destination => Plan.Delivery(version.Id, directory.Find(destination.Id.Commune)!, destination, lanes.LaneOf(destination), step.At))
                .ToList();
            foreach (var delivery in await writer.WriteAsync(version, await CorrectAsync(planned, chunk, cancellation), directory, cancellation))
            {
                standing.Add(delivery.Id.Destination, delivery);
            }
        }

        // Once for all of a step, so that a lane gets one message for it; in the order of the lanes, so that what is sent together stands together.
        await backlog.AddAsync(slice.Select(destination => standing[destination.Id]).Where(delivery => delivery is { State: DeliveryState.Due, IsByHand: false }), cancellation);
        if ((await versions.ReadAsync(step.Version, cancellation)).ClearanceAt(time.GetUtcNow()) is Clearance.Stop)
        {
            // It was withdrawn or replaced meanwhile, and whoever stopped it may not have seen what was written since.
            await new Transaction(Keys.Editorial).StopDue(step.Version.Item, time.GetUtcNow()).CommitAsync(store.Editorial, cancellation);
        }

        var done = step.Planned + slice.Count;
        if (slice.Count == StepSize)
        {
            var last = slice[^1];
            await open.GoOnAsync(step with { AfterLane = lanes.LaneOf(last).Lane, AfterDestination = last.Id, Planned = done }, cancellation);
            return;
        }

        await EndAsync(step, done, cancellation);
    }

    private async Task<List<Delivery>> CorrectAsync(List<Delivery> planned, Destination[] destinations, CancellationToken cancellation)
    {
        if (planned[0].Id.Version.Revision == 1)
        {
            return planned;
        }

        var earlier = await earlierPosts.FindAsync(planned, cancellation);
        return [.. planned.Zip(destinations, (delivery, destination) =>
            Correction.Of(delivery, earlier.GetValueOrDefault(delivery.Id.Destination), lanes.ChangesOf(destination), time.GetUtcNow()))];
    }

    private async Task EndAsync(FanOutStep step, int planned, CancellationToken cancellation)
    {
        await new Transaction(Keys.Editorial)
            .Put(Keys.Published(step.DueAt, step.Version.ToString()), new PublishedVersion(step.Version, step.At, planned), PublishingJson.Default.PublishedVersion)
            .ReportDue(step.Version.Item, time.GetUtcNow())
            .Record(new(step.Version.Item.Value, step.At, HistoryEntry.System, "published", step.Version.Revision, step.Version.Language.Value))
            .CommitAsync(store.Editorial, cancellation);
        await open.EndAsync(step, cancellation);
        Metrics.VersionsPublished.Add(1);
        LogPublished(step.Version, planned);
    }

    [LoggerMessage(LogLevel.Debug, "Planned {Version}: {Deliveries} deliveries")]
    private partial void LogPublished(VersionId version, int deliveries);
}
