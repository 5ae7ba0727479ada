using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Shows a communicator what waits for him or her.</summary>
internal sealed class InboxRoom(Translations translations, TranslationComments comments, DeliveryLists lists, NoticeBoard notices, DirectoryStore directories, TimeProvider time)
{
    /// <summary>One transaction for each language, and four for what else waits.</summary>
    public async Task<IResult> ShowAsync(string? language, string? next, HttpContext context, Person person, IReadOnlyList<Problem> problems, CancellationToken cancellation)
    {
        var directory = await directories.CurrentAsync(cancellation);
        var model = new InboxModel(PageFrame.Of(context, Texts.InboxTitle, "/inbox") with { Problems = problems })
        {
            NameOf = id => directory.Find(id)?.Name ?? id.Value,
            Comments = await comments.NewsOfAsync(person.Id, cancellation).Select(row => row.Value).ToListAsync(cancellation),
        };
        if (person.Commune is not { } communeId)
        {
            return PageAnswers.Page<InboxPage, InboxModel>(model);
        }

        List<InboxSection> sections = [];
        foreach (var tag in person.Languages.Where(tag => !tag.IsVietnamese && (language is null || language == tag.Value)))
        {
            var page = await translations.InboxAsync(tag, language is null ? null : next, cancellation);
            sections.Add(new(tag, [.. page.Rows.Select(row => row.Value).Where(entry => entry.Communes.Contains(communeId)).OrderBy(entry => UrgencyOf(entry, person))], page.Next));
        }

        InboxModel filled = new(model.Frame)
        {
            Commune = directory.Find(communeId),
            Now = time.GetUtcNow(),
            NameOf = model.NameOf,
            Comments = model.Comments,
            Sections = sections,
            HandTasks = await lists.HandTaskBoardAsync(communeId, cancellation),
            Notices = [.. (await notices.OfCommuneAsync(communeId.Value, continuation: null, cancellation)).Rows.Select(row => row.Value).Where(notice => notice.Kind != HandTaskReminder.NoticeKind)],
            SubjectOf = notice => NoticeWords.SubjectOf(notice, directory),
            Held = Count(await lists.HeldAsync(communeId, continuation: null, cancellation)),
        };
        return PageAnswers.Page<InboxPage, InboxModel>(filled, PageAnswers.StatusOf(problems));
    }

    /// <summary>What the reader is asked for comes first, and of that what is due first.</summary>
    private static (bool, DateTimeOffset) UrgencyOf(InboxEntry entry, Person reader) =>
        entry.Assignment is { } asked && asked.Commune == reader.Commune && (asked.Person is null || asked.Person == reader.Id)
            ? (false, asked.DueAt ?? DateTimeOffset.MaxValue)
            : (true, DateTimeOffset.MaxValue);

    private static Counted Count(Page<WorklistEntry> page) => new(page.Rows.Count, page.Next is not null);
}
