using Dissemination.Alerts;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Reviewing;

/// <summary>Who cannot be reached on Telegram is named to those who can help; the pages still tell that person everything.</summary>
internal static class ClosedChats
{
    /// <summary>One closed chat is one alert, however often it is met.</summary>
    public static Task RaiseClosedChatAsync(this AlertStore alerts, Person person, CancellationToken cancellationToken) =>
        alerts.RaiseAsync(
            ReviewNotifier.AlertKind,
            person.Id.Value,
            new(nameof(ProblemTexts.ReviewerChatClosed), null, person.Name),
            retry: null,
            person.Commune?.Value,
            cancellationToken);
}
