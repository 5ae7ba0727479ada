using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Reach.Meetings;

namespace Dissemination.Web.Api;

/// <summary>What a commune told.</summary>
/// <param name="PartOf">The commune that it became part of; null where it goes on.</param>
internal sealed record CommuneMeetingsAnswer(
    CommuneId Commune,
    CommuneId? PartOf,
    bool IsSilent,
    DateOnly? Latest,
    ImmutableArray<KindTally> Kinds,
    long? OpinionsInPerson,
    long? OpinionsOnline)
{
    public static CommuneMeetingsAnswer Of(CommuneMeetings line) => new(
        line.Commune.Id,
        line.PartOf?.Id,
        line.IsSilent,
        line.Latest,
        line.Tally.Kinds,
        line.Tally.Opinions.ToldInPerson,
        line.Tally.Opinions.ToldOnline);
}
