using System.Globalization;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Reviewing;
using Dissemination.Storage;
using Dissemination.Translation.Review;

namespace Dissemination.Web.Pages.Frame;

/// <summary>Alerts in the reader's words.</summary>
internal static class AlertLabels
{
    /// <summary>What alerts of a kind are about.</summary>
    public static string KindOf(string kind) => Labels.Find("AlertKind", kind) ?? Texts.AlertKind_other;

    /// <summary>What an alert is about; never a key of storage, a message or a path.</summary>
    /// <param name="headlines">What the items are called that alerts name.</param>
    public static string SubjectOf(
        Alert alert, DirectorySnapshot directory, IReadOnlyDictionary<ItemId, string>? headlines = null) => alert.Kind switch
        {
            "destination" when DestinationId.TryParse(alert.Subject, null, out var id) => directory.NameOf(id),
            ReviewNotifier.AlertKind when PersonId.TryParse(alert.Subject, null, out var id) && directory.Find(id) is { } person =>
                person.Name,
            "lane" => LaneLabels.Of(alert.Subject, directory),
            TranslationReminder.AlertKind when CommuneId.TryParse(alert.Subject, null, out var asked)
                && directory.Find(asked) is { } commune => $"{Texts.InboxTitle}: {PageLabels.Of(commune)}",
            HandTaskReminder.AlertKind when CommuneId.TryParse(alert.Subject, null, out var id) && directory.Find(id) is { } late =>
                $"{Texts.HandTasksTitle}: {PageLabels.Of(late)}",
            DirectoryTaking.AlertKind => Texts.DirectoryTitle,
            LeaderMessages.AlertKind => Texts.LeadersChat,
            AlertStore.FileKind => PictureFields.FileName(alert.Subject),
            _ when VersionOf(alert) is { } version && headlines?.GetValueOrDefault(version.Item) is { } headline =>
                $"{headline} ({PageLabels.Of(version.Language)})",
            _ => KindOf(alert.Kind),
        };

    /// <summary>What is wrong, with what alerts of its kind are about where the name of a queue stands.</summary>
    public static Problem ProblemOf(Alert alert) => With(
        alert.Problem, argument => argument == alert.Kind ? KindOf(alert.Kind) : argument);

    /// <summary>What is told of it, in people's words where the program's own names stand.</summary>
    public static string TextOf(Alert alert, DirectorySnapshot directory, IReadOnlyDictionary<ItemId, string>? headlines = null)
    {
        var version = VersionOf(alert)?.ToString();
        return With(ProblemOf(alert), WordOf).Text(CultureInfo.CurrentUICulture);

        string WordOf(string argument) =>
            argument == version || (alert.Kind is AlertStore.FileKind or "lane" && argument == alert.Subject)
                ? SubjectOf(alert, directory, headlines)
                : argument;
    }

    private static Problem With(Problem problem, Func<string, string> wordOf) =>
        problem.Arguments.IsDefaultOrEmpty ? problem : problem with { Arguments = [.. problem.Arguments.Select(wordOf)] };

    /// <summary>The language version that could not be planned or sent; null where an alert is about something else.</summary>
    public static VersionId? VersionOf(Alert alert) =>
        alert.Kind is "version" or QueueNames.Lanes ? IStringId<VersionId>.Find(alert.Subject.Split(' ')[0]) : null;

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
