using System.Diagnostics;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>
/// Woken by the timer: takes up the language versions that are due, to be turned into deliveries. One that cannot be read is told and tried
/// again; the
/// others go on.
/// </summary>
internal sealed partial class Publisher(
    Outbox outbox, VersionReader versions, FanOutStore fanOuts, AlertStore alerts, TimeProvider time, ILogger<Publisher> logger)
{
    /// <summary>The most language versions that one invocation takes up.</summary>
    private const int AtMost = 500;

    public Task PublishDueAsync(CancellationToken cancellationToken) =>
        outbox.DispatchAsync(
            OutboxTopics.Publish, AtMost, PublishAsync, cancellationToken, Keys.DueAfter(time.GetUtcNow()), FailedAsync);

    private async Task<OutboxOutcome> PublishAsync(VersionDue due, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        Activity.Current.Tag(due.Version);
        var publishable = (await versions.ReadAsync(due.Version, cancellationToken)).For(due.Commune);
        var clearance = publishable.ClearanceAt(now);

        // A variant that came, or lost its approval: what its commune has of the version waits.
        if (clearance is not (Clearance.Clear or Clearance.Hold) || (clearance is Clearance.Hold && due.Commune is null))
        {
            // Whoever approves it again hands it over again.
            return OutboxOutcome.Done;
        }

        // Its time was moved meanwhile: it comes again then.
        if (publishable.Item.DueAt(due.Version.Language, now) is var dueAt && dueAt > now)
        {
            return OutboxOutcome.Done with
            {
                With = new Transaction(Keys.Editorial).HandOver(OutboxTopics.Publish, due with { At = dueAt }),
            };
        }

        if (clearance is Clearance.Clear && publishable.WaitsForPicture)
        {
            LogWaitsForPicture(due.Version, string.Join(", ", publishable.Content.Pictures.Select(picture => picture.File)));
            return OutboxOutcome.Later;
        }

        return fanOuts.Begin(new(due.Version, due.At, now, Commune: due.Commune, TraceParent: Tracing.Current ?? due.TraceParent));
    }

    private async Task FailedAsync(VersionDue due, CancellationToken cancellationToken)
    {
        var problem = new Problem(nameof(ProblemTexts.VersionNotPlanned), null, due.Version.ToString());
        await alerts.RaiseAsync("version", due.Version.ToString(), problem, retry: null, cancellationToken);
    }

    [LoggerMessage(LogLevel.Debug, "{Version} waits for its pictures {Pictures}")]
    private partial void LogWaitsForPicture(VersionId version, string pictures);
}
