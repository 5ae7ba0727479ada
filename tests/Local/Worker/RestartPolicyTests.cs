using Dissemination.Local.Worker;

namespace Dissemination.Tests.Local.Worker;

public sealed class RestartPolicyTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 28, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Three_deaths_in_a_short_time_are_the_end()
    {
        var policy = default(RestartPolicy).AfterDeath(Morning).AfterDeath(Morning.AddSeconds(10));
        Assert.False(policy.GivesUp);

        Assert.True(policy.AfterDeath(Morning.AddSeconds(20)).GivesUp);
    }

    [Fact]
    public void Deaths_that_lie_far_apart_are_not_counted_together()
    {
        RestartPolicy policy = default;
        for (var death = 0; death < 20; death++)
        {
            policy = policy.AfterDeath(Morning.AddSeconds(20 * death));
            Assert.False(policy.GivesUp);
        }
    }
}
