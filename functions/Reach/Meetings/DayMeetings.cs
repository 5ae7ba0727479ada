namespace Dissemination.Reach.Meetings;

/// <summary>What was told of a day, all communes together.</summary>
/// <param name="Communes">How many told something.</param>
internal sealed record DayMeetings(DateOnly Day, int Communes, CommuneTally Tally)
{
    public static DayMeetings Of(DayTally day) =>
        new(day.Day, day.Communes.Length, day.Communes.Aggregate(new CommuneTally(default), (sum, one) => sum.Plus(one)));
}
