using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Publishing;

namespace Dissemination.Web.Pages.Frame;

/// <summary>Notices in the reader's words.</summary>
internal static class NoticeWords
{
    /// <summary>What a notice is about.</summary>
    public static string SubjectOf(Notice notice, DirectorySnapshot directory) => notice.Kind switch
    {
        "destination" when DestinationId.TryParse(notice.Subject, null, out var id) && directory.Find(id) is { } destination => destination.Name,
        "lane" => $"{Texts.Lane} {notice.Subject}",
        HandTaskReminder.NoticeKind when CommuneId.TryParse(notice.Subject, null, out var id) && directory.Find(id) is { } commune => $"{Texts.HandTasksTitle}: {PageWords.Of(commune)}",
        _ => notice.Subject,
    };

    /// <summary>What the people of a commune can do about it; null where nothing is known.</summary>
    public static string? HelpOf(Notice notice) => notice.Kind switch
    {
        "destination" => Texts.NoticeHelpDestination,
        HandTaskReminder.NoticeKind => Texts.NoticeHelpHandTasks,
        _ => null,
    };
}
