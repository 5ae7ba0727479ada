using System.Diagnostics;
using Dissemination.Content;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>Woken by the timer: has the language versions that are due turned into deliveries. One that cannot be read is told and tried again; the others go on.</summary>
internal sealed partial class Publisher(
    Store store,
    VersionReader versions,
    OpenFanOuts open,
    NoticeBoard notices,

    TimeProvider time,
    ILogger<Publisher> logger)
{
    /// <summary>The most language versions that one invocation plans, so that it ends long before the host's limit; the next tick takes the rest.</summary>
    private const int AtMost = 50;

    public async Task PublishDueAsync(CancellationToken cancellation)
    {
        var due = store.Editorial
            .BetweenAsync(Keys.Editorial, Keys.DuePrefix, Keys.DueAfter(time.GetUtcNow()), ContentJson.Default.Due, cancellation)
            .Take(AtMost);
        await foreach (var row in due)
        {
            using var span = Tracing.Continue("publish", row.Value.TraceParent).Tag(row.Value.Version);
            try
            {
                await PublishAsync(row, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                span?.SetStatus(ActivityStatusCode.Error);
                LogNotPlanned(e, row.Value.Version);
                var problem = new Problem(nameof(ProblemTexts.VersionNotPlanned), null, row.Value.Version.ToString());
                await notices.RaiseAsync("version", row.Value.Version.ToString(), problem, retry: null, cancellation);
            }
        }
    }

    private async Task PublishAsync(Row<Due> due, CancellationToken cancellation)
    {
        var (version, now) = (due.Value.Version, time.GetUtcNow());
        var publishable = (await versions.ReadAsync(version, cancellation)).For(due.Value.Commune);
        var step = new FanOutStep(version, due.Value.At, now, Commune: due.Value.Commune, TraceParent: Tracing.Current ?? due.Value.TraceParent);
        var clearance = publishable.ClearanceAt(now);
        if (clearance is Clearance.Hold && due.Value.Commune is not null)
        {
            // A variant that came, or lost its approval: what its commune has of the version waits.
            await open.BeginAsync(due, step, cancellation);
            return;
        }

        if (clearance is not Clearance.Clear)
        {
            // Whoever approves it again hands it over again.
            await new Transaction(Keys.Editorial).Delete(due).CommitAsync(store.Editorial, cancellation);
            return;
        }

        if (publishable.WaitsForPicture)
        {
            LogWaitsForPicture(version, string.Join(", ", publishable.Content.Pictures.Select(picture => picture.File)));
            return;
        }

        await open.BeginAsync(due, step, cancellation);
    }

    [LoggerMessage(LogLevel.Debug, "{Version} waits for its pictures {Pictures}")]
    private partial void LogWaitsForPicture(VersionId version, string pictures);

    [LoggerMessage(LogLevel.Error, "{Version} could not be planned")]
    private partial void LogNotPlanned(Exception exception, VersionId version);
}
