using Dissemination.Alerts;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Reviewing;
using Dissemination.Translation.Review;

namespace Dissemination.Web.Pages.Frame;

/// <summary>Alerts in the reader's words.</summary>
internal static class AlertLabels
{
    /// <summary>What an alert is about.</summary>
    public static string SubjectOf(Alert alert, DirectorySnapshot directory) => alert.Kind switch
    {
        "destination" when DestinationId.TryParse(alert.Subject, null, out var id) => directory.NameOf(id),
        ReviewNotifier.AlertKind when PersonId.TryParse(alert.Subject, null, out var id) && directory.Find(id) is { } person => person.Name,
        "lane" => $"{Texts.Lane} {alert.Subject}",
        TranslationReminder.AlertKind when CommuneId.TryParse(alert.Subject, null, out var asked)
            && directory.Find(asked) is { } commune => $"{Texts.InboxTitle}: {PageLabels.Of(commune)}",
        HandTaskReminder.AlertKind when CommuneId.TryParse(alert.Subject, null, out var id) && directory.Find(id) is { } late =>
            $"{Texts.HandTasksTitle}: {PageLabels.Of(late)}",
        DirectoryTaking.AlertKind => Texts.DirectoryTitle,
        LeaderMessages.AlertKind => Texts.LeadersChat,
        _ => alert.Subject,
    };

    /// <summary>What the people of a commune can do about it; null where nothing is known.</summary>
    public static string? HelpOf(Alert alert) => alert.Kind switch
    {
        "destination" => Texts.AlertHelpDestination,
        "lane" => Texts.AlertHelpLane,
        ReviewNotifier.AlertKind => Texts.AlertHelpReviewer,
        TranslationReminder.AlertKind => Texts.AlertHelpTranslations,
        HandTaskReminder.AlertKind => Texts.AlertHelpHandTasks,
        _ => null,
    };
}
