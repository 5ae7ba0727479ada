using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;

namespace Dissemination.Tests.Deliveries.HandTasks;

public sealed class AiringDecisionsTests
{
    /// <summary>Five in the morning in Việt Nam.</summary>
    private static readonly DateTimeOffset Dawn = new(2026, 11, 22, 22, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableArray<HoursOfDay> Slots =
        [HoursOfDay.Parse("17:00-17:10", null), HoursOfDay.Parse("05:00-05:10", null)];

    [Fact]
    public void What_is_urgent_comes_first_and_at_once_then_priority_before_what_is_ordinary()
    {
        var airings = Place(
            Dawn, (AiringLevel.Ordinary, 4), (AiringLevel.Priority, 5), (AiringLevel.Urgent, 3), (AiringLevel.Ordinary, 5));

        Assert.Equal(["2 ", "1 05:00", "0 05:05", "3 17:00"], airings);
    }

    [Fact]
    public void What_no_slot_has_room_for_comes_last_and_what_is_longer_than_all_gets_one_for_itself()
    {
        var airings = Place(Dawn, (AiringLevel.Ordinary, 15), (AiringLevel.Ordinary, 6), (AiringLevel.Ordinary, 6), (AiringLevel.Ordinary, 4));

        Assert.Equal(["0 05:00", "1 17:00", "3 17:06", "2 "], airings);
    }

    [Fact]
    public void A_slot_that_has_begun_is_filled_from_now_on_and_one_that_is_over_is_tomorrows()
    {
        Assert.Equal(["0 05:04"], Place(Dawn.AddMinutes(3.5), (AiringLevel.Ordinary, 6)));
        Assert.Equal(["0 17:00"], Place(Dawn.AddMinutes(10), (AiringLevel.Ordinary, 6)));
        var evening = Dawn.AddHours(13);
        Assert.Equal(new DateOnly(2026, 11, 24), AiringDecisions.DayOf(Slots, evening));
        Assert.Equal(["0 05:00"], Place(evening, (AiringLevel.Ordinary, 6)));
    }

    [Fact]
    public void Without_slots_the_day_is_today_and_the_order_that_of_the_levels()
    {
        Assert.Equal(new DateOnly(2026, 11, 23), AiringDecisions.DayOf([], Dawn));
        var airings = AiringDecisions.Place([(AiringLevel.Ordinary, TimeSpan.Zero), (AiringLevel.Urgent, TimeSpan.Zero)], [], Dawn);
        Assert.Equal([new(1, null, null), new Airing(0, null, null)], airings);
    }

    private static IEnumerable<string> Place(DateTimeOffset now, params (AiringLevel Level, int Minutes)[] wanted) =>
        AiringDecisions.Place([.. wanted.Select(one => (one.Level, TimeSpan.FromMinutes(one.Minutes)))], Slots, now)
            .Select(airing => $"{airing.What} {airing.From:HH:mm}");
}
