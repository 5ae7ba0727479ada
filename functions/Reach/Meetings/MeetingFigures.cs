namespace Dissemination.Reach.Meetings;

/// <summary>Meetings as a report shows them.</summary>
/// <param name="Counted">Of how many of them the attendance was told.</param>
/// <param name="Attendance">Its sum; null where it was told of none, which is not 0.</param>
internal sealed record MeetingFigures(int Meetings, int Counted, long? Attendance)
{
    public static MeetingFigures Of(IEnumerable<KindTally> tallies)
    {
        var all = tallies.ToList();
        var counted = all.Sum(tally => tally.Counted);
        return new(all.Sum(tally => tally.Meetings), counted, counted > 0 ? all.Sum(tally => tally.Attendance) : null);
    }
}
