using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>What hangs in a commune for one reason: who owes what.</summary>
/// <param name="Since">Since when the oldest waits.</param>
/// <param name="Late">How many of the items are over their time.</param>
internal sealed record OwedRow(
    Commune Commune,
    LanguageTag Language,
    CampaignStage Stage,
    WaitsOn On,
    PersonId? Person,
    Problem? Reason,
    int Items,
    DateTimeOffset Since,
    int Late);
