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
    PublicPictures pictures,
    SpokenWords spoken,
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
        using var span = Tracing.Continue("fan-out", step.TraceParent).Tag(step.Version);
        var version = await versions.ReadAsync(step.Version, cancellation);
        var directory = await directories.CurrentAsync(cancellation);
        var clearance = version.For(step.Commune).ClearanceAt(time.GetUtcNow());
        if (clearance is not Clearance.Clear)
        {
            if (clearance is Clearance.Hold hold && step.Commune is { } commune)
            {
                await writer.HoldAsync(version, commune, hold.Reason, directory, cancellation);
            }

            // Whoever approves it again hands it over again.
            await open.EndAsync(step, cancellation);
            return;
        }

        foreach (var picture in version.Pictures)
        {
            await pictures.ShowAsync(picture.Blob, version.Id.Item, cancellation);
        }

        var slice = Plan.Wanted(version.Id, version.Content, directory, order.After(directory, step.AfterLane, step.AfterDestination))
            .Where(destination => step.Commune is null || destination.Id.Commune == step.Commune)
            .Take(StepSize)
            .ToList();
        Dictionary<DestinationId, Delivery> standing = new(slice.Count);
        foreach (var chunk in slice.GroupBy(destination => destination.Id.Commune).SelectMany(commune => commune.Chunk(Transaction.Limit)))
        {
            var planned = chunk
                .Select(destination => Plan.Delivery(version.Id, directory.Find(destination.Id.Commune)!, destination, lanes.LaneOf(destination), step.At))
                .Select(delivery => delivery with { TraceParent = Tracing.Current ?? step.TraceParent })
                .ToList();
            var text = version.For(chunk[0].Id.Commune);
            var cleared = Cleared(await CorrectAsync(text, planned, chunk, cancellation), text.ClearanceAt(time.GetUtcNow()));
            foreach (var delivery in cleared.Count > 0 ? await writer.WriteAsync(version, cleared, directory, cancellation) : [])
            {
                standing.Add(delivery.Id.Destination, delivery);
            }
        }

        // Once for all of a step, so that a lane gets one message for it; in the order of the lanes, so that what is sent together stands together.
        await backlog.AddAsync(slice.Select(destination => standing.GetValueOrDefault(destination.Id)).OfType<Delivery>().Where(delivery => delivery is { State: DeliveryState.Due, IsByHand: false }), cancellation);
        await LookAgainAsync(version, cancellation);
        span?.SetTag("count", slice.Count);
        var done = step.Planned + standing.Count;
        if (slice.Count == StepSize)
        {
            var last = slice[^1];
            await open.GoOnAsync(step with { AfterLane = lanes.LaneOf(last).Lane, AfterDestination = last.Id, Planned = done }, cancellation);
            return;
        }

        await EndAsync(step, done, isFirst: step.Commune is null || version.ClearanceAt(time.GetUtcNow()) is not Clearance.Clear, cancellation);
    }

    /// <summary>Whoever stopped the version meanwhile, or began or ended a commune's own variant, may not have seen what was written since.</summary>
    private async Task LookAgainAsync(PublishableVersion before, CancellationToken cancellation)
    {
        var (version, now) = (await versions.ReadAsync(before.Id, cancellation), time.GetUtcNow());
        var transaction = new Transaction(Keys.Editorial);
        if (version.ClearanceAt(now) is Clearance.Stop)
        {
            transaction.StopDue(version.Id.Item, now);
        }

        foreach (var commune in before.MovedUntil(version))
        {
            transaction.Due(new(version.Id, commune), now, version.Item.TraceParent);
        }

        await transaction.CommitAsync(store.Editorial, cancellation);
    }

    /// <summary>A commune whose own variant is not approved yet has its deliveries, and they wait.</summary>
    private static List<Delivery> Cleared(List<Delivery> planned, Clearance clearance) =>
        clearance is Clearance.Hold hold ? planned.ConvertAll(delivery => Withholding.Hold(delivery, hold.Reason) ?? delivery) : planned;

    /// <param name="text">The version as the commune of the deliveries gets it.</param>
    private async Task<List<Delivery>> CorrectAsync(PublishableVersion text, List<Delivery> planned, Destination[] destinations, CancellationToken cancellation)
    {
        if (planned[0].Id.Version.Revision == 1)
        {
            return planned;
        }

        var earlier = await earlierPosts.FindAsync(planned, cancellation);
        var readOut = await spoken.ReadOutAsync(text, earlier.Values, cancellation);
        return
        [
            .. from pair in planned.Zip(destinations, (delivery, destination) => (Delivery: delivery, Destination: destination))
               where !readOut.Contains(pair.Destination.Id)
               select Correction.Of(pair.Delivery, earlier.GetValueOrDefault(pair.Destination.Id), lanes.ChangesOf(pair.Destination), time.GetUtcNow()),
        ];
    }

    /// <param name="isFirst">Whether Reach has not heard of the version yet: what a single commune adds to one that is out is known already.</param>
    private async Task EndAsync(FanOutStep step, int planned, bool isFirst, CancellationToken cancellation)
    {
        var transaction = new Transaction(Keys.Editorial)
            .ReportDue(step.Version.Item, time.GetUtcNow())
            .Record(new(step.Version.Item.Value, step.At, HistoryEntry.System, "published", step.Version.Revision, step.Version.Language.Value, Commune: step.Commune?.Value));
        if (isFirst)
        {
            transaction.Put(Keys.Published(step.DueAt, step.Version.ToString()), new PublishedVersion(step.Version, step.At, planned), PublishingJson.Default.PublishedVersion);
        }

        await transaction.CommitAsync(store.Editorial, cancellation);
        await open.EndAsync(step, cancellation);
        Metrics.VersionsPublished.Add(1);
        LogPublished(step.Version, planned);
    }

    [LoggerMessage(LogLevel.Debug, "Planned {Version}: {Deliveries} deliveries")]
    private partial void LogPublished(VersionId version, int deliveries);
}
