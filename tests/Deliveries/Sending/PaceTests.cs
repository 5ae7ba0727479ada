using FsCheck.Xunit;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>What a pace promises, whatever is sent whenever and however late its answers come.</summary>
public sealed class PaceTests
{
    private const int Steps = 60;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Property(MaxTest = 1_000)]
    public void No_second_of_a_lane_and_no_minute_of_a_destination_holds_more_than_its_limit(int[] rolls)
    {
        var traffic = Traffic(rolls);

        AssertWindows(traffic.Posts, Second, traffic.Limits.PerSecond);
        Assert.All(
            traffic.Posts.GroupBy(post => post.Destination),
            posts => AssertWindows([.. posts], Minute, traffic.Limits.PerDestinationMinute));
    }

    [Property(MaxTest = 1_000)]
    public void Two_turns_to_a_destination_are_as_far_apart_as_it_asks_for(int[] rolls)
    {
        var traffic = Traffic(rolls);

        foreach (var posts in traffic.Posts.GroupBy(post => post.Destination))
        {
            Assert.All(
                posts.Zip(posts.Skip(1)).Where(pair => pair.First.Turn != pair.Second.Turn),
                pair => Assert.True(pair.Second.CountedAt - pair.First.CountedAt >= traffic.Limits.DestinationInterval));
        }
    }

    [Property(MaxTest = 1_000)]
    public void A_lane_is_free_at_the_first_moment_when_it_may_send_and_never_more_than_a_second_away(int[] rolls)
    {
        var traffic = Traffic(rolls);
        var posts = 1 + traffic.Roll(8);

        var free = traffic.Pace.LaneFreeAt(posts, traffic.Now, traffic.Limits);

        Assert.InRange(free, traffic.Now, traffic.Now + Second);
        Assert.True(traffic.LaneMaySend(posts, free));
        Assert.True(free == traffic.Now || !traffic.LaneMaySend(posts, free - Tick));
        Assert.True(
            traffic.Limits.PerSecond == 0 || traffic.Pace.RoomAt(free, traffic.Limits) >= Math.Min(posts, traffic.Limits.PerSecond));
    }

    [Property(MaxTest = 1_000)]
    public void A_destination_is_free_at_the_first_moment_when_it_may_get_something_and_never_more_than_a_minute_away(int[] rolls)
    {
        var traffic = Traffic(rolls);
        var (destination, posts) = (traffic.RollDestination(), 1 + traffic.Roll(6));

        var free = traffic.Pace.FreeAt(destination, posts, traffic.Now, traffic.Limits);

        Assert.InRange(free, traffic.Now, traffic.Now + Minute);
        Assert.True(traffic.MaySendTo(destination, posts, free));
        Assert.True(free == traffic.Now || !traffic.MaySendTo(destination, posts, free - Tick));
    }

    [Property(MaxTest = 500)]
    public void What_a_lane_remembers_is_the_same_pace(int[] rolls)
    {
        var traffic = Traffic(rolls);

        var remembered = PacedTraffic.Remembered(traffic.Pace);
        var pruned = PacedTraffic.Remembered(traffic.Pace.At(traffic.Now));

        Assert.Equal(traffic.Pace.Sent, remembered.Sent);
        Assert.Equal(
            traffic.Pace.Destinations.OrderBy(entry => entry.Key.Name, StringComparer.Ordinal),
            remembered.Destinations.OrderBy(entry => entry.Key.Name, StringComparer.Ordinal));
        for (var posts = 1; posts <= 6; posts++)
        {
            Assert.Equal(
                traffic.Pace.LaneFreeAt(posts, traffic.Now, traffic.Limits), pruned.LaneFreeAt(posts, traffic.Now, traffic.Limits));
            Assert.All(
                traffic.Pace.Destinations.Keys,
                destination => Assert.Equal(
                    traffic.Pace.FreeAt(destination, posts, traffic.Now, traffic.Limits),
                    pruned.FreeAt(destination, posts, traffic.Now, traffic.Limits)));
        }
    }

    [Fact]
    public void What_no_limit_asks_for_any_more_is_forgotten()
    {
        var traffic = Traffic([1, 2, 3]);

        var later = traffic.Pace.At(traffic.Now + Minute);

        Assert.Empty(later.Sent);
        Assert.Empty(later.Destinations);
    }

    private static PacedTraffic Traffic(int[] rolls)
    {
        var traffic = new PacedTraffic(rolls);
        for (var step = 0; step < Steps; step++)
        {
            traffic.Step();
        }

        return traffic;
    }

    /// <summary>A window begins with any of the posts and does not hold its own end.</summary>
    private static void AssertWindows(IReadOnlyList<CountedPost> posts, TimeSpan length, int limit)
    {
        if (limit == 0)
        {
            return;
        }

        Assert.All(
            posts,
            first => Assert.InRange(
                posts.Count(post => post.CountedAt >= first.CountedAt && post.CountedAt < first.CountedAt + length), 0, limit));
    }
}
