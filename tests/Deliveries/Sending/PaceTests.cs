using Dissemination.Channels;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
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

    [Property(MaxTest = 1_000)]
    public void Behind_others_it_is_never_free_later_than_when_each_of_them_went_as_soon_as_it_might(int[] rolls)
    {
        var traffic = Traffic(rolls);
        var (destination, limits) = (traffic.RollDestination(), traffic.Limits);
        var (pace, now) = (traffic.Pace, traffic.Now);
        var wholeMinute = limits.PerDestinationMinute == 0 ? int.MaxValue : limits.PerDestinationMinute;
        for (var ahead = 0; ahead <= 12; ahead++)
        {
            var told = traffic.Pace.FreeAt(destination, 1, traffic.Now, limits, ahead);
            var free = pace.FreeAt(destination, 1, now, limits);

            Assert.InRange(told, traffic.Now, free);
            Assert.True(told == free || ahead >= wholeMinute, $"{ahead}: {told:O} {free:O}");

            (pace, now) = (pace.After([(destination, 1)], free, limits), free);
        }
    }

    [Fact]
    public void A_block_has_its_turn_when_those_before_it_have_gone_as_fast_as_the_lane_and_its_destinations_take_them()
    {
        var limits = new ChannelLimits(PerSecond: 30, PerDestinationMinute: 20, DestinationInterval: Second);
        LaneQueue queue = new();

        // Forty chats get 25 posts each: 30 in each second, until the 21st waits until a minute after the first.
        var turns = Enumerable.Range(0, 25).Select(number => TurnOf(Block($"{number}", chats: 40), queue, limits)).ToList();
        Assert.Equal(Enumerable.Range(0, 20).Select(number => number * Second * 40 / 30), turns[..20]);
        Assert.Equal(Enumerable.Range(0, 5).Select(number => Minute + (number * Second)), turns[20..]);

        // One that waits already keeps its place, and whoever leaves it free moves up all behind it.
        Assert.Equal(turns[7], TurnOf(Block("7", chats: 40), queue, limits));
        queue.Leave("3");
        Assert.Equal(turns[6], TurnOf(Block("7", chats: 40), queue, limits));

        // What goes elsewhere waits for the lane alone, and there for none that has to wait itself.
        Assert.Equal(Second * 40 / 30, TurnOf(Block("elsewhere", chats: 1, commune: "muong-thanh"), queue, limits));
        Assert.Equal(Second * 41 / 30, TurnOf(Block("elsewhere too", chats: 1, commune: "na-tau"), queue, limits));
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

    private static WaitingBlock Block(string name, int chats, string commune = "bung-lao") => new(
        name, Posts: 1, Enumerable.Range(0, chats).Select(chat => new DestinationId(new(commune), $"kenh-{chat}")).ToHashSet());

    private static TimeSpan TurnOf(WaitingBlock block, LaneQueue queue, ChannelLimits limits) =>
        queue.TurnOf(block, Pace.Fresh, DateTimeOffset.UnixEpoch, limits) - DateTimeOffset.UnixEpoch;

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
