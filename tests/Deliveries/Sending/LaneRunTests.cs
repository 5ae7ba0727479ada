using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using FsCheck.Xunit;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>How long one invocation on a lane works, waits and pauses.</summary>
public sealed class LaneRunTests
{
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
            var before = run.PausedUntil;
            Assert.Equal(before is null || until > before, run.PauseUntil(until));
            Assert.Equal(before > until ? before : until, run.PausedUntil);
        }
    }

    [Fact]
    public void It_ends_when_its_time_is_over_and_not_before()
    {
        var run = Round();

        Assert.False(run.MustEndAt(Begun.AddSeconds(10)));
        Assert.True(run.MustEndAt(Begun.AddSeconds(10).AddTicks(1)));
    }

    [Fact]
    public void It_ends_at_once_while_its_lane_has_to_wait()
    {
        var run = new LaneRun("telegram_tinh", Known(new LaneHealth("telegram_tinh", null, Begun.AddSeconds(3), Begun)), Pace.Fresh, Begun);

        Assert.True(run.MustEndAt(Begun.AddSeconds(2)));
        Assert.False(run.MustEndAt(Begun.AddSeconds(3)));
    }

    private static LaneRun Round() => new("telegram_tinh", Known(), Pace.Fresh, Begun);

    private static KnownHealth Known(params LaneHealth[] lanes) =>
        new(lanes.ToDictionary(lane => lane.Lane, StringComparer.Ordinal), new Dictionary<DestinationId, DestinationHealth>());
}
