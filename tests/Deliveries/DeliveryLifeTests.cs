using FsCheck.Xunit;

namespace Dissemination.Tests.Deliveries;

/// <summary>The promises about one delivery, whatever happens to it in whatever order.</summary>
public sealed class DeliveryLifeTests
{
    [Property(MaxTest = 20_000)]
    public void However_sends_crashes_repeats_races_and_settlements_follow_each_other_nothing_is_posted_twice_or_lost_on_a_channel_that_can_be_read_back(int[] steps) =>
        Live(steps, canReadBack: true);

    [Property(MaxTest = 20_000)]
    public void However_sends_crashes_repeats_races_and_settlements_follow_each_other_nothing_is_posted_twice_or_lost_on_a_channel_that_cannot(int[] steps) =>
        Live(steps, canReadBack: false);

    private static void Live(int[] steps, bool canReadBack)
    {
        var life = new DeliveryLife(canReadBack);
        foreach (var step in steps)
        {
            life.Step((int)((uint)step * 2_654_435_761u >> 1)); // small numbers are spread over all choices
            Assert.InRange(life.Posts, 0, 1);
            Assert.Null(life.Disagreement);
        }

        life.RunToItsEnd();
        Assert.InRange(life.Posts, 0, 1);
        Assert.Null(life.Disagreement);
        Assert.True(life.HasEnded, $"It hangs in {life.Delivery}");
    }
}
