using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reports;

namespace Dissemination.Tests.Reports;

public sealed class WaitingPostsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset NextMonth = new(2026, 11, 30, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_waits_for_long_is_told_with_its_reason_its_time_and_how_many_wait()
    {
        var waiting = WaitingPosts.Of(
            [Waiting("a", NextMonth), Waiting("b", NextMonth), Waiting("c", Now.AddMinutes(5)), Waiting("d", null)], Now);

        var quota = Assert.Single(waiting);
        Assert.Equal((nameof(ProblemTexts.ZaloQuotaUsedUp), NextMonth, 2), (quota.Reason.Code, quota.Until, quota.Count));
    }

    private static Delivery Waiting(string place, DateTimeOffset? until) => new()
    {
        Id = new(new(new("bai"), 1, LanguageTag.Vietnamese), new(new("bung-lao"), place)),
        Channel = ChannelKind.Zalo,
        Lane = "oa",
        State = DeliveryState.Retrying,
        PlannedAt = Now,
        Link = "link",
        RetryAt = until,
        Reason = new(nameof(ProblemTexts.ZaloQuotaUsedUp), null, "-211"),
    };
}
