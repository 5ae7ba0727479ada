using Dissemination.Alerts;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Api;

/// <summary>Something that people should look at.</summary>
internal sealed record AlertAnswer(
    string Kind, string Id, string Subject, string? Commune, DateTimeOffset At, ProblemAnswer Problem, bool CanBeRetried)
{
    public static AlertAnswer Of(Alert alert) =>
        new(alert.Kind, AlertStore.KeyOf(
            alert.Subject), alert.Subject, alert.Commune, alert.At, ProblemAnswer.Of(AlertLabels.ProblemOf(alert)), alert.CanBeRetried);
}
