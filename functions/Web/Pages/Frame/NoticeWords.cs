using Dissemination.Channels.Reviewers;
using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Publishing;
using Dissemination.Translation.Review;

namespace Dissemination.Web.Pages.Frame;

/// <summary>Notices in the reader's words.</summary>
internal static class NoticeWords
{
    /// <summary>What a notice is about.</summary>
    public static string SubjectOf(Notice notice, DirectorySnapshot directory) => notice.Kind switch
    {
        "destination" when DestinationId.TryParse(notice.Subject, null, out var id) && directory.Find(id) is { } destination => destination.Name,
        ReviewerDesk.NoticeKind when PersonId.TryParse(notice.Subject, null, out var id) && directory.Find(id) is { } person => person.Name,
        "lane" => $"{Texts.Lane} {notice.Subject}",
        TranslationReminder.NoticeKind when CommuneId.TryParse(notice.Subject, null, out var asked) && directory.Find(asked) is { } commune => $"{Texts.InboxTitle}: {PageWords.Of(commune)}",
        HandTaskReminder.NoticeKind when CommuneId.TryParse(notice.Subject, null, out var id) && directory.Find(id) is { } late => $"{Texts.HandTasksTitle}: {PageWords.Of(late)}",
        _ => notice.Subject,
    };

    /// <summary>What the people of a commune can do about it; null where nothing is known.</summary>
    public static string? HelpOf(Notice notice) => notice.Kind switch
    {
        "destination" => Texts.NoticeHelpDestination,
        ReviewerDesk.NoticeKind => Texts.NoticeHelpReviewer,
        TranslationReminder.NoticeKind => Texts.NoticeHelpTranslations,
        HandTaskReminder.NoticeKind => Texts.NoticeHelpHandTasks,
        _ => null,
    };
}
