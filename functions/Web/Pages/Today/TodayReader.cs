using Dissemination.Alerts;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Reach.Meetings;

namespace Dissemination.Web.Pages.Today;

/// <summary>
/// Reads what waits for a communicator: a transaction for each language that he or she speaks and six more, however much is stored.
/// A commune that others became part of costs its lists once more for each.
/// </summary>
internal sealed class TodayReader(
    TodayTexts texts,
    WaitingReader waiting,
    AlertStore alerts,
    MeetingStore meetings,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>Who has not told by then how many came will hardly know it any more.</summary>
    private const int DaysToTell = 14;

    private const int MostMeetings = 20;

    public async Task<TodayList> ReadAsync(Person reader, CancellationToken cancellationToken)
    {
        var (directory, now) = (await directories.CurrentAsync(cancellationToken), time.GetUtcNow());
        return TodayList.Of(await FoundAsync(reader, directory, now, cancellationToken), reader, directory, now);
    }

    private async Task<TodayFound> FoundAsync(
        Person reader, DirectorySnapshot directory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (reader.Commune is not { } commune)
        {
            return TodayFound.Nothing;
        }

        var found = texts.ReadAsync(reader, cancellationToken);
        var (held, tasks) = (waiting.CountHeldAsync(commune, cancellationToken), waiting.CountHandTasksAsync(commune, cancellationToken));
        var told = meetings.PageAsync(
            new ToldQuery(commune, From: LocalTime.DayOf(now).AddDays(-DaysToTell)), directory, null, MostMeetings, cancellationToken);
        var raised = alerts.OfCommuneAsync(commune.Value, continuation: null, cancellationToken);
        return await found with
        {
            Held = await held,
            HandTasks = await tasks,
            Meetings = [.. (await told).Rows.Select(row => row.Value)],
            Alerts = (await raised).Rows.Count(row => row.Value.Kind != HandTaskReminder.AlertKind),
        };
    }
}
