using System.Text.Json;
using Dissemination.Channels;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reach;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Campaign;
using FsCheck.Xunit;

namespace Dissemination.Tests.Reach.Summary;

public sealed class SummarizingTests
{
    private static readonly OnTimeOptions OnTime = new();

    [Property(MaxTest = 20)]
    public void A_summary_does_not_depend_on_the_order_of_its_records(int seed)
    {
        var random = new Random(seed);
        foreach (var input in new SimulatedMonth(seed, items: 3, communes: 8).Inputs)
        {
            var shuffled = input with
            {
                Owed = [.. input.Owed.OrderBy(_ => random.Next())],
                Texts = [.. input.Texts.OrderBy(_ => random.Next())],
                Deliveries = [.. input.Deliveries.OrderBy(_ => random.Next())],
                Samples = [.. input.Samples.OrderBy(_ => random.Next())],
            };

            Assert.Equal(
                JsonOf(Summarizing.Of(input, OnTime, SimulatedMonth.Now)), JsonOf(Summarizing.Of(shuffled, OnTime, SimulatedMonth.Now)));
        }
    }

    [Property(MaxTest = 20)]
    public void What_is_stored_is_read_as_it_was(int seed)
    {
        foreach (var summary in new SimulatedMonth(seed, items: 2, communes: 8).Summaries())
        {
            var json = JsonOf(summary);

            Assert.Equal(json, JsonOf(JsonSerializer.Deserialize(json, ReachJson.Default.ItemSummary)!));
        }
    }

    [Property(MaxTest = 20)]
    public void Every_place_that_is_owed_is_done_or_waits_or_failed_or_was_stopped_and_none_is_counted_twice(int seed)
    {
        var month = new SimulatedMonth(seed, items: 4, communes: 8);
        var figures = month.Summaries().SelectMany(item => item.Languages).SelectMany(language => language.Cells).ToList();

        Assert.Equal(month.Facts.Count, figures.Sum(cell => cell.Expected));
        Assert.Equal(month.Facts.Count(fact => fact.PostedAt is not null), figures.Sum(cell => cell.Done));
        Assert.Equal(month.Facts.Count(fact => fact.FailedBecause is not null), figures.Sum(cell => cell.Failed));
        Assert.Equal(month.Facts.Count(fact => fact.Waits), figures.Sum(cell => cell.Waiting));
        Assert.Equal(month.Removals.Wanted, month.Summaries().Sum(item => item.Removals.Wanted));
        Assert.Equal(month.Removals.Done, month.Summaries().Sum(item => item.Removals.Done));
    }

    [Fact]
    public void A_correction_that_is_still_to_come_takes_nothing_from_what_was_posted()
    {
        var input = Corrected(posted: true, DeliveryState.Due);
        var language = Assert.Single(Summarizing.Of(input, OnTime, SimulatedMonth.Now).Languages);
        var cell = language.Cells[0];

        Assert.Equal((1, 1, 1, 1), (cell.Expected, cell.Done, cell.OnTime, cell.Waiting));
        Assert.Equal(CampaignStage.Sending, language.StageOf(cell));
    }

    [Fact]
    public void What_a_silent_commune_owes_is_told_with_on_whom_it_waits()
    {
        var input = Corrected(posted: true, DeliveryState.Due) with { Deliveries = [] };
        var language = Assert.Single(Summarizing.Of(input, OnTime, SimulatedMonth.Now).Languages);

        Assert.Equal((1, 0), (language.Cells[0].Expected, language.Cells[0].Done));
        Assert.Equal(WaitsOn.Channel, language.WaitOf(language.Cells[0])!.On);
    }

    [Fact]
    public void What_was_never_posted_before_its_item_was_withdrawn_waits_for_nobody_and_is_not_done()
    {
        var input = Corrected(posted: false, DeliveryState.Withdrawn);
        input = input with { Item = input.Item with { Withdrawal = new(new("can-bo"), SimulatedMonth.Now, "sai") } };
        var language = Assert.Single(Summarizing.Of(input, OnTime, SimulatedMonth.Now).Languages);

        var cell = language.Cells[0];
        Assert.Equal((1, 0, 0, 0), (cell.Expected, cell.Done, cell.Waiting, cell.Failed));
        Assert.Equal(CampaignStage.Stopped, language.StageOf(language.Cells[0]));
    }

    [Fact]
    public void What_was_moved_on_the_calendar_waits_from_its_new_time_on_and_is_late_after_that()
    {
        var moved = SimulatedMonth.Now.AddDays(5);
        var input = Corrected(posted: false, DeliveryState.Due) with { Deliveries = [] };
        input = input with
        {
            Item = input.Item with { Occasions = [new(LanguageTag.Vietnamese, SimulatedMonth.Now.AddDays(-1), moved)] },
        };

        Assert.Equal((CampaignStage.Later, moved, false), At(SimulatedMonth.Now));
        Assert.Equal((CampaignStage.Sending, moved, false), At(moved.AddHours(1)));
        Assert.Equal((CampaignStage.Sending, moved, true), At(moved.AddHours(25)));

        (CampaignStage Stage, DateTimeOffset Since, bool IsLate) At(DateTimeOffset now)
        {
            var item = Summarizing.Of(input, OnTime, now);
            var cell = Assert.Single(ItemCell.Of(item, new([item], input.Directory, [], new(), OnTime, now)));
            return (cell.Stage, cell.Wait!.Since, cell.IsLate);
        }
    }

    /// <summary>The second revision was approved six hours after the first; what is posted is out an hour after it.</summary>
    [Theory]
    [InlineData(null, 120, false, 120)]
    [InlineData(null, 120, true, null)]
    [InlineData(null, null, false, null)]
    [InlineData(240, null, false, 6)]
    [InlineData(240, 24, false, 24)]
    [InlineData(2, null, false, null)]
    public void A_revision_that_moves_what_is_not_out_yet_is_on_time_from_its_own_time_on(int? first, int? second, bool isOut, int? start)
    {
        var input = Corrected(isOut, DeliveryState.Due);
        var approved = input.Owed[0].ApprovedAt;
        input = input with
        {
            Owed =
            [
                input.Owed[0] with { PublishAt = first is { } at ? approved.AddHours(at) : null },
                input.Owed[1] with { ApprovedAt = approved.AddHours(6), PublishAt = second is { } later ? approved.AddHours(later) : null },
            ],
        };

        DateTimeOffset? moved = start is { } hours ? approved.AddHours(hours) : null;
        Assert.Equal(moved, Assert.Single(Summarizing.Of(input, OnTime, SimulatedMonth.Now).Languages).MovedTo);
    }

    [Fact]
    public void A_post_was_told_of_whichever_of_its_figures_was()
    {
        var input = Corrected(posted: false, DeliveryState.Due);
        var posts = ((string[])["xa-00", "xa-01"]).Select(commune => input.Deliveries.First() with
        {
            Id = new(new(input.Item.Id, 1, LanguageTag.Vietnamese), new(new(commune), "facebook")),
            Channel = ChannelKind.Facebook,
            State = DeliveryState.Delivered,
            Reference = commune,
        }).ToList();
        var item = Summarizing.Of(
            input with
            {
                Deliveries = posts,
                Samples = [Sample(posts[0], PostMetric.Reach), Sample(posts[1], PostMetric.Views)],
            },
            OnTime,
            SimulatedMonth.Now);

        var report = CampaignFigures.Of(new([item], input.Directory, [], new() { IsWhole = true }, OnTime, SimulatedMonth.Now));

        Assert.Equal(2, Assert.Single(report.Reach).ToldByChannel);

        static ReachSample Sample(Delivery post, PostMetric metric) => new(post.Id, SimulatedMonth.Now, LinkOpens: 0, null, null)
        {
            Figures = [new(metric, 7, SimulatedMonth.Now)],
        };
    }

    [Fact]
    public void Figures_that_were_stored_with_the_people_who_came_are_read_without_them()
    {
        var read = JsonSerializer.Deserialize<ChannelFigures>("[5,2,2,1,0,0,2,90,7,45,29000000]");

        Assert.Equal(new ChannelFigures(ChannelKind.Loudspeaker, 2, 2, 1, 0, 0, 2, 90, 7, 29_000_000), read);
        Assert.Equal("[5,2,2,1,0,0,2,90,7,-1,29000000]", JsonSerializer.Serialize(read));
    }

    private static SummaryInput Corrected(bool posted, DeliveryState second)
    {
        var month = new SimulatedMonth(1, items: 1, communes: 2);
        var input = month.Inputs[0];
        var place = new OwedPlace(new(new("xa-00"), "telegram"), ChannelKind.Telegram, [LanguageTag.Vietnamese]);
        var approved = SimulatedMonth.Now.AddDays(-2);
        var owed = new OwedPlaces(input.Item.Id, 1, approved, null, [place]);
        var first = new Delivery
        {
            Id = new(new(input.Item.Id, 1, LanguageTag.Vietnamese), place.Id),
            Channel = ChannelKind.Telegram,
            Lane = "l",
            State = DeliveryState.Replaced,
            PlannedAt = approved,
            PostedAt = posted ? approved.AddHours(1) : null,
            EndedAt = approved.AddHours(5),
            Link = "l",
        };
        return input with
        {
            Item = input.Item with { Revision = 2, Withdrawal = null },
            Owed = [owed, owed with { Revision = 2 }],
            Texts = [],
            Samples = [],
            Deliveries =
            [
                first,
                first with
                {
                    Id = first.Id with { Version = first.Id.Version with { Revision = 2 } },
                    State = second,
                    PostedAt = null,
                    EndedAt = null,
                },
            ],
        };
    }

    private static string JsonOf(ItemSummary summary) => JsonSerializer.Serialize(summary, ReachJson.Default.ItemSummary);
}
