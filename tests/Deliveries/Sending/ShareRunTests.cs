using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using FsCheck.Xunit;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>How long one turn at a share works and waits, and which of its lanes pause.</summary>
public sealed class ShareRunTests
{
    private const string Lane = "telegram_tinh";

    private static readonly DateTimeOffset Begun = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Property(MaxTest = 1_000)]
    public void It_never_waits_more_than_a_second_in_all_and_takes_every_wait_that_still_fits(int[] waits)
    {
        var (run, waited) = (Round(), TimeSpan.Zero);
        foreach (var wait in waits.Select(wait => TimeSpan.FromMilliseconds((uint)wait % 700)))
        {
            Assert.Equal(waited + wait <= TimeSpan.FromSeconds(1), run.MayWait(wait));
            waited += waited + wait <= TimeSpan.FromSeconds(1) ? wait : TimeSpan.Zero;
        }
    }

    [Property(MaxTest = 1_000)]
    public void A_pause_only_gets_longer(int[] pauses)
    {
        var run = Round();
        foreach (var until in pauses.Select(pause => Begun.AddSeconds((uint)pause % 100)))
        {
            var before = run.HeldUntil(Lane, Begun.AddTicks(-1));
            Assert.Equal(before is null || until > before, run.Pause(Lane, until));
            Assert.Equal(before > until ? before : until, run.HeldUntil(Lane, Begun.AddTicks(-1)));
        }
    }

    [Fact]
    public void It_ends_when_its_time_is_over_and_not_before()
    {
        var run = Round();

        Assert.False(run.HasWorkedLongAt(Begun.AddSeconds(10)));
        Assert.True(run.HasWorkedLongAt(Begun.AddSeconds(10).AddTicks(1)));
    }

    [Fact]
    public void A_lane_waits_as_long_as_its_channel_said_and_the_others_do_not()
    {
        var run = Round(new LaneHealth(Lane, null, Begun.AddSeconds(3), Begun));

        Assert.Equal(Begun.AddSeconds(3), run.HeldUntil(Lane, Begun.AddSeconds(2)));
        Assert.Null(run.HeldUntil(Lane, Begun.AddSeconds(3)));
        Assert.Null(run.HeldUntil("facebook_bung_lao", Begun));
    }

    private static ShareRun Round(params LaneHealth[] lanes) =>
        new("00", Known(lanes), ShareState.Nothing, new RecentVersions(null!, TimeProvider.System), Begun);

    private static KnownHealth Known(params LaneHealth[] lanes) =>
        new(lanes.ToDictionary(lane => lane.Lane, StringComparer.Ordinal), new Dictionary<DestinationId, DestinationHealth>());
}
