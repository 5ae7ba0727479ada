namespace Dissemination.Reports.Periods;

/// <summary>The sums of a period. What counts people in rooms or their opinions is told by them, and null where nobody told it.</summary>
/// <param name="Items">Items that were approved in the period.</param>
/// <param name="Late">How often an item still has something to come in a language and a commune although its time is over.</param>
/// <param name="Communes">The communes of the directory.</param>
/// <param name="CommunesOwing">Those of them that owe something.</param>
/// <param name="CommunesDone">Those of them that have all they owe.</param>
/// <param name="CommunesMeasured">Those with one measured figure at least.</param>
/// <param name="TopicsCarried">Targets, tasks and breakthroughs that were spoken of.</param>
/// <param name="Opens">Opens of short links; null is "not measured".</param>
internal sealed record PeriodTotals(
    int Items,
    int Expected,
    int Done,
    int OnTime,
    int Late,
    int Communes,
    int CommunesOwing,
    int CommunesDone,
    int CommunesMeasured,
    int Topics,
    int TopicsCarried,
    long? Opens)
{
    /// <summary>Communes that told of meetings or opinions.</summary>
    public int CommunesTold { get; init; }

    public int MeetingsInPerson { get; init; }

    public int MeetingsOnline { get; init; }

    public long? AttendanceInPerson { get; init; }

    public long? AttendanceOnline { get; init; }

    public long? OpinionsInPerson { get; init; }

    public long? OpinionsOnline { get; init; }
}
