using Dissemination.Alerts;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Review;
using Dissemination.Translation;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Shows a communicator what waits for him or her.</summary>
internal sealed class InboxHandler(
    TranslationService translations,
    CommentService news,
    WaitingReader waiting,
    AlertStore alerts,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>One transaction for each language, and four for what else waits, all side by side.</summary>
    public async Task<IResult> ShowAsync(
        InboxQuery query, HttpContext context, IReadOnlyList<Problem> problems, CancellationToken cancellationToken)
    {
        var person = CurrentPerson.Of(context).Person;
        var directory = await directories.CurrentAsync(cancellationToken);
        var frame = PageFrame.Of(context, Texts.InboxTitle, "/inbox") with { Problems = problems };
        var comments = news.NewsOfAsync(person.Id, cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken).AsTask();
        if (person.Commune is not { } commune)
        {
            return PageAnswers.Page<InboxPage, InboxModel>(new(frame, directory) { Comments = await comments });
        }

        var told = alerts.OfCommuneAsync(commune.Value, continuation: null, cancellationToken);
        var sections = SectionsAsync(query, person, directory, cancellationToken);
        var tasks = waiting.CountHandTasksAsync(commune, cancellationToken);
        var held = waiting.CountHeldAsync(commune, cancellationToken);
        await Task.WhenAll(comments, told, sections, tasks, held);
        var model = new InboxModel(frame, directory)
        {
            Commune = directory.Find(commune),
            Now = time.GetUtcNow(),
            Comments = await comments,
            Sections = await sections,
            HandTasks = await tasks,
            Alerts = [.. (await told).Rows.Select(row => row.Value).Where(alert => alert.Kind != HandTaskReminder.AlertKind)],
            Held = Counted.Of(await held),
        };
        return PageAnswers.Page<InboxPage, InboxModel>(model, PageAnswers.StatusOf(problems));
    }

    private Task<InboxSection[]> SectionsAsync(
        InboxQuery query, Person person, DirectorySnapshot directory, CancellationToken cancellationToken) =>
        Task.WhenAll(person.Languages
            .Where(tag => !tag.IsVietnamese && (query.Language is null || query.Language == tag.Value))
            .Select(async tag =>
            {
                var page = await translations.InboxAsync(tag, query.Language is null ? null : query.Next, cancellationToken);
                var entries = page.Rows.Select(row => row.Value)
                    .Where(entry => entry.IsFor(person.Commune!.Value, directory))
                    .OrderBy(entry => UrgencyOf(entry, person, directory));
                return new InboxSection(tag, [.. entries], page.Next);
            }));

    /// <summary>What the reader is asked for comes first, and of that what is due first.</summary>
    private static (bool, DateTimeOffset) UrgencyOf(InboxEntry entry, Person reader, DirectorySnapshot directory) =>
        entry.Assignment is { } asked && directory.Successor(asked.Commune) == reader.Commune
            && (asked.Person is null || asked.Person == reader.Id)
            ? (false, asked.DueAt ?? DateTimeOffset.MaxValue)
            : (true, DateTimeOffset.MaxValue);
}
