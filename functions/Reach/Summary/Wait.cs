using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Reach.Summary;

/// <summary>Why an item is not everywhere yet: the stage that it is in, on whom it waits there and since when.</summary>
/// <param name="Person">Whom in particular; null where it is all the same.</param>
/// <param name="Commune">The commune whose people are asked; null where that is the place itself or all.</param>
/// <param name="Reason">What was told of it, as of a failure.</param>
internal sealed record Wait(
    CampaignStage Stage, WaitsOn On, DateTimeOffset Since, PersonId? Person = null, CommuneId? Commune = null, Problem? Reason = null)
{
    /// <summary>The graver of two, and of two alike the older.</summary>
    public static Wait? Worse(Wait? one, Wait? other) =>
        one is null || (other is not null && (other.Stage, one.Since).CompareTo((one.Stage, other.Since)) > 0) ? other : one;
}
