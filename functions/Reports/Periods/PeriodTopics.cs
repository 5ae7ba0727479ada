using Dissemination.Storage;

namespace Dissemination.Reports.Periods;

/// <summary>The next steps after a report was written.</summary>
internal static class PeriodTopics
{
    /// <summary>Its files are to be made.</summary>
    public static readonly OutboxTopic<PeriodDue> Files = new(
        "period-files",
        Keys.PeriodFilesDuePrefix,
        ReportsJson.Default.PeriodDue,
        due => Keys.PeriodFilesDue(due.Period.Value, due.Edition));

    /// <summary>To Reviewing: leadership's own chat is to be told of it.</summary>
    public static readonly OutboxTopic<PeriodDue> TellLeaders = new(
        "tell-leaders", Keys.TellLeadersPrefix, ReportsJson.Default.PeriodDue, due => Keys.TellLeaders(due.At, due.Period.Value));
}
