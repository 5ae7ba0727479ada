using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Campaign;
using Dissemination.Reports.Periods;
using Dissemination.Tests.Reach.Summary;

namespace Dissemination.Tests.Reports.Periods;

/// <summary>The figures of a period are those of the page of the campaign.</summary>
public sealed class PeriodFiguresTests
{
    private static readonly SimulatedMonth Month = new(20261130, items: 12, communes: 6);

    [Fact]
    public void What_is_late_is_what_the_page_says_is_late_and_not_what_staff_keep_back()
    {
        var input = Month.Inputs[0];
        var approved = SimulatedMonth.Now.AddDays(-10);
        var kept = input with
        {
            Item = input.Item with
            {
                Withdrawal = null,
                Occasions = [new(LanguageTag.Vietnamese, approved) { State = OccasionState.Held }],
            },
            Owed = [input.Owed[0] with { ApprovedAt = approved }],
            Deliveries = [],
            Samples = [],
        };
        var campaign = InputOf([.. Month.Summaries().Skip(1), Summarizing.Of(kept, new(), SimulatedMonth.Now)]);

        var figures = FiguresOf(campaign);

        Assert.True(figures.Totals.Late > 0);
        Assert.Equal(CampaignFigures.Of(campaign).Owed.Sum(row => row.Late), figures.Totals.Late);
    }

    [Fact]
    public void A_commune_that_was_merged_stands_below_its_successor_and_says_that_it_is_part_of_it()
    {
        var names = FiguresOf(InputOf([.. Month.Summaries()])).Communes.Select(line => line.Name).ToList();

        Assert.Equal(names.IndexOf("Xã 04") + 1, names.IndexOf("↳ Xã 05"));
    }

    private static CampaignInput InputOf(IReadOnlyCollection<ItemSummary> items) =>
        new(items, Month.Directory, [], new(new DateOnly(2026, 11, 1)), new(), SimulatedMonth.Now);

    private static PeriodFigures FiguresOf(CampaignInput campaign) => PeriodFigures.Of(
        new(new("2026-11"), 1), campaign, MeetingSummary.Of([], Month.Directory, MeetingPeriod.All, SimulatedMonth.Now));
}
