using Dissemination.Alerts;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using Dissemination.Translation;
using Dissemination.Translation.Review;

namespace Dissemination.Web.Pages.Today;

/// <summary>
/// Reads what waits for a communicator: a transaction for each language that he or she speaks and five more, however much is stored.
/// A commune that others became part of costs its lists once more for each.
/// </summary>
internal sealed class TodayReader(
    TranslationService translations,
    CommentService news,
    WaitingReader waiting,
    AlertStore alerts,
    MeetingStore meetings,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>Who has not told by then how many came will hardly know it any more.</summary>
    private const int DaysToTell = 14;

    private const int MostMeetings = 20;

    private const int MostNews = 200;

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

        var open = reader.Languages.Where(tag => !tag.IsVietnamese)
            .Select(tag => translations.OpenOfAsync(tag, cancellationToken)).ToList();
        var (held, tasks) = (waiting.CountHeldAsync(commune, cancellationToken), waiting.CountHandTasksAsync(commune, cancellationToken));
        var told = meetings.PageAsync(
            new ToldQuery(commune, From: LocalTime.DayOf(now).AddDays(-DaysToTell)), directory, null, MostMeetings, cancellationToken);
        var raised = alerts.OfCommuneAsync(commune.Value, continuation: null, cancellationToken);
        var said = news.NewsOfAsync(reader.Id, cancellationToken).Take(MostNews).Select(row => row.Value.Text).Distinct()
            .CountAsync(cancellationToken).AsTask();
        var translated = await Task.WhenAll(open);
        return new()
        {
            Translations = [.. translated.SelectMany(language => language.Entries)],
            AndMore = translated.Any(language => language.AndMore),
            Held = await held,
            HandTasks = await tasks,
            Meetings = [.. (await told).Rows.Select(row => row.Value)],
            Comments = await said,
            Alerts = (await raised).Rows.Count(row => row.Value.Kind != HandTaskReminder.AlertKind),
        };
    }
}
