using Dissemination.Reach.Meetings;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>The same for small quarters of several seeds.</summary>
public sealed class SmallQuarterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_happens_in_a_quarter_all_numbers_are_those_of_the_records(int seed)
    {
        await using var site = new SmallQuarterSite(seed);
        await site.InitializeAsync();
        var check = new QuarterCheck(site);
        for (var month = 0; month < QuarterPlan.Months; month++)
        {
            await check.CampaignAsync(new(QuarterPlan.Month(month)));
            foreach (var commune in site.After.Communes)
            {
                await check.CommuneAsync(commune.Id, new(QuarterPlan.Month(month)));
            }
        }

        foreach (var item in site.Items)
        {
            await check.ReportAsync(item);
        }

        await check.MeetingsAsync(MeetingPeriod.All);
        check.End();
    }
}
