using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Deliveries;

/// <summary>How a fan-out ends: all is planned, or its text may not go out any more.</summary>
internal sealed partial class FanOutEnd(
    Store store,
    VersionReader versions,
    FanOutStore fanOuts,
    DeliveryWriter writer,
    VoicePosts voices,
    TimeProvider time,
    ILogger<FanOutEnd> logger)
{
    /// <summary>A send that was cut off is found out after a minute, and a voice that has to go is looked at again then.</summary>
    private static readonly TimeSpan VoicesAgain = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The text may not go out: what one commune has of it already waits, and whoever approves it again hands it over again. Where it was
    /// stopped that may have been before a step that was cut off wrote something: whoever stops looks once more.
    /// </summary>
    public async Task BreakOffAsync(
        FanOutStep step,
        PublishableVersion version,
        Clearance clearance,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        if (clearance is Clearance.Hold hold && step.Commune is { } commune)
        {
            await writer.HoldAsync(version.For(commune), commune, hold.Reason, directory, cancellationToken);
        }

        await fanOuts.EndAsync(
            step,
            () => clearance is Clearance.Stop
                ? new Transaction(Keys.Editorial).HandOver(OutboxTopics.Stop, ItemDue.Of(step.Version.Item, time.GetUtcNow()))
                : new(Keys.Editorial),
            cancellationToken);
    }

    /// <summary>
    /// Whoever stopped the version meanwhile, or began or ended a commune's own variant, may not have seen what was written since.
    /// </summary>
    public async Task LookAgainAsync(PublishableVersion before, CancellationToken cancellationToken)
    {
        var (version, now) = (await versions.ReadAsync(before.Id, cancellationToken), time.GetUtcNow());
        var transaction = new Transaction(Keys.Editorial);
        if (version.ClearanceAt(now) is Clearance.Stop)
        {
            transaction.HandOver(OutboxTopics.Stop, ItemDue.Of(version.Id.Item, now));
        }

        foreach (var commune in before.MovedUntil(version))
        {
            transaction.HandOver(OutboxTopics.Publish, VersionDue.Of(new(version.Id, commune), now, version.Item.TraceParent));
        }

        await transaction.CommitAsync(store.Editorial, cancellationToken);
    }

    /// <summary>All is planned. What a single commune adds to a version that is out already, Reach knows.</summary>
    public async Task EndAsync(
        FanOutStep step, PublishableVersion version, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        var isSettled = await voices.SettleAsync(version, directory, cancellationToken);
        await fanOuts.EndAsync(step, () => Published(step, version, isSettled), cancellationToken);
        Metrics.VersionsPublished.Add(1);
        LogPublished(step.Version, step.Planned);
    }

    /// <param name="isSettled">Whether all voices that had to go do.</param>
    private Transaction Published(FanOutStep step, PublishableVersion version, bool isSettled)
    {
        var now = time.GetUtcNow();
        var transaction = new Transaction(Keys.Editorial)
            .HandOver(OutboxTopics.Report, ItemDue.Of(step.Version.Item, now))
            .Record(step.Text, step.At, HistoryEntry.System, "published");
        if (!isSettled)
        {
            transaction.HandOver(OutboxTopics.Publish, VersionDue.Of(step.Text, now + VoicesAgain, version.Item.TraceParent));
        }

        return step.Commune is null || version.ClearanceAt(now) is not Clearance.Clear
            ? PublishedVersionStore.Add(transaction, step, version)
            : transaction;
    }

    [LoggerMessage(LogLevel.Debug, "Planned {Version}: {Deliveries} deliveries")]
    private partial void LogPublished(VersionId version, int deliveries);
}
