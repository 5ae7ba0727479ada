using Dissemination.Directory;

namespace Dissemination.Reach.Meetings;

/// <summary>What one commune told of a period.</summary>
/// <param name="PartOf">The commune that it became part of, below whose line it stands; null where it goes on.</param>
/// <param name="Latest">The newest day of which something was told; null where nothing was.</param>
internal sealed record CommuneMeetings(Commune Commune, Commune? PartOf, CommuneTally Tally, DateOnly? Latest)
{
    /// <summary>Whether neither it nor one that became part of it told anything.</summary>
    public bool IsSilent { get; init; }
}
