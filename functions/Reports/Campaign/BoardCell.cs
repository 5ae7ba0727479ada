using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>All items of the period in one language in one commune.</summary>
/// <param name="Items">How many are owed.</param>
/// <param name="ItemsDone">How many of them are posted at every place.</param>
/// <param name="Stage">How the whole is (<see cref="StageCounts.Leading"/>).</param>
/// <param name="InStage">How many are in that stage; of what is nearly done, how many are not.</param>
/// <param name="Since">Since when the oldest of those waits; null where none does.</param>
internal sealed record BoardCell(
    LanguageTag Language, int Items, int ItemsDone, CampaignStage Stage, int InStage, DateTimeOffset? Since)
{
    /// <summary>How many are in each stage.</summary>
    public required StageCounts Counts { get; init; }

    /// <summary>How many failed, or nobody knows whether they arrived.</summary>
    public int Failed => Counts[CampaignStage.Failed];

    public int Expected { get; init; }

    public int Done { get; init; }

    public int OnTime { get; init; }
}
