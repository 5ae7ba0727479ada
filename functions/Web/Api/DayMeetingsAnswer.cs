using System.Collections.Immutable;
using Dissemination.Reach.Meetings;

namespace Dissemination.Web.Api;

/// <summary>What was told of a day, all communes together.</summary>
internal sealed record DayMeetingsAnswer(
    DateOnly Day, int Communes, ImmutableArray<KindTally> Kinds, long? OpinionsInPerson, long? OpinionsOnline)
{
    public static DayMeetingsAnswer Of(DayMeetings day) => new(
        day.Day, day.Communes, day.Tally.Kinds, day.Tally.Opinions.ToldInPerson, day.Tally.Opinions.ToldOnline);
}
