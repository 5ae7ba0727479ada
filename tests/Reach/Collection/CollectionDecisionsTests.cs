using System.ComponentModel.DataAnnotations;
using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reach;
using Dissemination.Reach.Collection;
using FsCheck;
using FsCheck.Xunit;

namespace Dissemination.Tests.Reach.Collection;

public sealed class CollectionDecisionsTests
{
    private static readonly DateTimeOffset Arrived = new(2026, 11, 1, 1, 0, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<TimeSpan> Plan = new CollectionOptions().Plan;

    private static readonly Delivery Post = new()
    {
        Id = DeliveryId.Parse("mac-ca.1.vi.bung-lao.trang", null),
        Channel = ChannelKind.Facebook,
        Lane = "facebook_bung_lao",
        State = DeliveryState.Delivered,
        EndedAt = Arrived,
        Link = "l",
        Reference = "1_2",
    };

    [Property]
    public void However_seldom_the_timer_fires_each_time_of_the_plan_is_measured_once_at_most(DoNotSize<ushort>[] minutes)
    {
        var (now, known, asked) = (Arrived, (ReachSample?)null, new List<DateTimeOffset>());
        foreach (var tick in minutes.Select(tick => tick.Item % 3000).Append(60 * 24 * 30).Append(60 * 24))
        {
            now = now.AddMinutes(tick);
            if (CollectionDecisions.DueAt(Post, known, Plan, now) <= now)
            {
                asked.Add(now);
                known = CollectionDecisions.Next(Post, known, 0, new(5, []), now);
            }
        }

        Assert.InRange(asked.Count, 0, Plan.Count);
        Assert.Equal(asked.Distinct(), asked);

        // Between two askings lies one time of the plan at least; no asking comes before the first.
        Assert.All(asked.Prepend(Arrived).Zip(asked), pair => Assert.Contains(
            Plan.Select(after => CollectionDecisions.TimeOf(Post, Arrived, after)), at => at > pair.First && at <= pair.Second));
        Assert.Null(CollectionDecisions.DueAt(Post, known, Plan, now.AddDays(40)));
    }

    [Property]
    public void A_refusal_loses_nothing_and_is_never_asked_again_before_the_time_that_was_named(DoNotSize<ushort> anyWait, DoNotSize<ushort> hours)
    {
        var (wait, now) = (anyWait.Item, Arrived.AddHours(1 + (hours.Item % 700)));
        var again = CollectionDecisions.AgainAt(Post, now, TimeSpan.FromSeconds(wait));
        var before = CollectionDecisions.Next(Post, null, 3, new(40, [new(PostMetric.Views, 12)]), Arrived.AddMinutes(30));
        var refused = CollectionDecisions.Next(Post, before, 4, new(null, [], again), now);

        Assert.True(again >= now.AddSeconds(wait));
        Assert.InRange(again - now, TimeSpan.FromMinutes(15), TimeSpan.FromDays(1));
        Assert.Equal((4, 40, 12), (refused.LinkOpens, refused.Audience, refused.Find(PostMetric.Views)));
        Assert.Equal(Arrived.AddMinutes(30), Assert.Single(refused.Figures).At);
        Assert.Equal(before.AskedAt, refused.AskedAt);
        Assert.Equal(again, CollectionDecisions.DueAt(Post, refused, Plan, now));
    }

    [Fact]
    public void A_figure_that_fell_is_kept_as_measured_and_one_that_was_not_told_again_keeps_its_time()
    {
        var first = CollectionDecisions.Next(
            Post, null, 0, new(9, [new(PostMetric.Views, 100), new(PostMetric.Reach, 80)]), Arrived.AddHours(1));
        var second = CollectionDecisions.Next(Post, first, 0, new(null, [new(PostMetric.Views, 90)]), Arrived.AddHours(6));

        Assert.Equal(
            [
                new MeasuredFigure(PostMetric.Reach, 80, Arrived.AddHours(1)), new MeasuredFigure(PostMetric.Views, 90, Arrived.AddHours(6)),
            ],
            second.Figures);
        Assert.False(second.SaysTheSameAs(first));
        Assert.Null(second.Find(PostMetric.Shares));
    }

    [Property]
    public void A_time_of_the_plan_is_put_off_by_an_eighth_at_most_and_posts_of_the_same_hours_share_it(DoNotSize<ushort> minutes)
    {
        var later = Arrived.AddMinutes(minutes.Item);

        Assert.All(Plan, after => Assert.InRange(
            CollectionDecisions.TimeOf(Post, later, after) - later - after,
            TimeSpan.Zero,
            TimeSpan.FromTicks(Math.Max(after.Ticks / 8, TimeSpan.FromMinutes(15).Ticks))));
        Assert.InRange(
            Enumerable.Range(0, 96).Select(quarter => CollectionDecisions.TimeOf(Post, later.AddMinutes(15 * quarter), Plan[^1]))
                .Distinct()
                .Count(),
            1,
            2);
    }

    [Fact]
    public void What_people_posted_by_hand_is_measured_from_the_first_day_on_and_once_a_day_at_most()
    {
        var task = Post with { Channel = ChannelKind.VillageGroup, Reference = null };

        Assert.Equal(new(2026, 11, 3, 0, 0, 0, TimeSpan.Zero), CollectionDecisions.DueAt(task, null, Plan, Arrived));
        Assert.Equal(
            new(2026, 11, 5, 0, 0, 0, TimeSpan.Zero),
            CollectionDecisions.DueAt(
                task, CollectionDecisions.Next(task, null, 0, Answer.Nothing, Arrived.AddDays(2)), Plan, Arrived.AddDays(2)));
    }

    [Fact]
    public void What_is_not_there_is_not_measured_and_who_refuses_for_too_long_is_left_alone()
    {
        var now = Arrived.AddHours(2);

        Assert.Equal(Arrived.AddHours(1), CollectionDecisions.DueAt(Post, null, Plan, now));
        Assert.Null(CollectionDecisions.DueAt(Post with { State = DeliveryState.Withdrawn, PostedAt = Arrived }, null, Plan, now));
        Assert.Null(CollectionDecisions.DueAt(Post with { State = DeliveryState.Failed, EndedAt = null }, null, Plan, now));
        Assert.Null(CollectionDecisions.DueAt(Post with { Action = DeliveryAction.Remove }, null, Plan, now));
        Assert.Null(CollectionDecisions.DueAt(Post, null, Plan, Arrived.AddDays(34)));
    }

    [Theory]
    [InlineData(true, "00:30:00", "1.00:00:00")]
    [InlineData(true)]
    [InlineData(false, "1.00:00:00", "00:30:00")]
    [InlineData(false, "00:30:00", "00:30:00")]
    [InlineData(false, "00:00:00")]
    [InlineData(false, "400.00:00:00")]
    public void A_plan_grows_and_ends_within_a_year(bool isValid, params string[] after)
    {
        var options = new CollectionOptions
        {
            After = [.. after.Select(time => TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture))],
        };

        Assert.Equal(isValid, Validator.TryValidateObject(options, new(options), null, validateAllProperties: true));
        Assert.Equal(isValid, new CollectionOptionsValidator().Validate(name: null, options).Succeeded);
    }
}
