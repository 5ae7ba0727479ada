using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Summary;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>What something waits for.</summary>
internal sealed record PlainWait(
    CampaignStage Stage, WaitsOn On, DateTimeOffset Since, PersonId? Person = null, Problem? Reason = null);
