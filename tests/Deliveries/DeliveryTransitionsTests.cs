using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Tests.Deliveries;

public sealed class DeliveryTransitionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly Problem Reason = new("reason");

    /// <summary>What may happen, and whether a person does it.</summary>
    private static readonly (DeliveryEvent Event, bool ByPerson)[] Happenings =
    [
        (new DeliveryEvent.SendBegun(Now, Now), false),
        (new DeliveryEvent.Arrived(Now, "1"), false),
        (new DeliveryEvent.Postponed(Now, Reason), false),
        (new DeliveryEvent.Refused(Now, Reason, FailureClass.Permanent), false),
        (new DeliveryEvent.OutcomeLost(Now, Reason), false),
        (new DeliveryEvent.OutcomeLost(Now, Reason, SettleAt: Now), false),
        (new DeliveryEvent.FoundThere(Now, "1"), false),
        (new DeliveryEvent.FoundMissing(Now, Reason), false),
        (new DeliveryEvent.NotFoundOut(), false),
        (new DeliveryEvent.HandedOver(Reason), false),
        (new DeliveryEvent.TakenDown(Now, Reason), false),
        (new DeliveryEvent.ConfirmationTakenBack(), true),
        (new DeliveryEvent.HeldBack(Reason), false),
        (new DeliveryEvent.Released(), true),
        (new DeliveryEvent.Stopped(Now, Reason), false),
        (new DeliveryEvent.Confirmed(Now, new("bung-lao-1"), 12), true),
        (new DeliveryEvent.AttendanceTold(new("bung-lao-1"), 12), true),
        (new DeliveryEvent.RetryAsked(), true),
        (new DeliveryEvent.SeenThere(Now, new("bung-lao-1")), true),
        (new DeliveryEvent.SeenMissing(), true),
        (new DeliveryEvent.StillThere(), true),
    ];

    /// <summary>
    /// Nothing gets lost: every state but the last three can be left; a post that is out ends only by being taken down, and that ends
    /// everything.
    /// </summary>
    [Fact]
    public void Delivered_is_left_only_by_taking_the_post_down_and_withdrawn_by_nothing()
    {
        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            var leaving = Happenings.Select(happening => happening.Event)
                .Where(happened => (Due(ChannelKind.Telegram) with { State = state }).Apply(happened) is not null).ToList();
            switch (state)
            {
                case DeliveryState.Withdrawn or DeliveryState.Replaced or DeliveryState.Expired:
                    Assert.Empty(leaving);
                    break;
                case DeliveryState.Delivered:
                    Assert.IsType<DeliveryEvent.TakenDown>(Assert.Single(leaving));
                    break;
                default:
                    Assert.NotEmpty(leaving);
                    break;
            }
        }
    }

    [Fact]
    public void Only_reading_the_channel_back_or_a_person_gets_a_delivery_out_of_uncertain()
    {
        var uncertain = Due(ChannelKind.Telegram) with { State = DeliveryState.Uncertain };

        Assert.All(
            Happenings.Where(happening => uncertain.Apply(happening.Event) is not null),
            happening => Assert.True(happening.ByPerson || happening.Event is DeliveryEvent.FoundThere or DeliveryEvent.FoundMissing));
    }

    [Fact]
    public void A_confirmation_can_be_taken_back_and_given_again()
    {
        var task = Due(ChannelKind.NoticeBoard);
        var back = task.Apply(new DeliveryEvent.Confirmed(Now, new("bung-lao-1"), 12))!.Apply(new DeliveryEvent.ConfirmationTakenBack());

        Assert.Equal(task, back);
        Assert.NotNull(back!.Apply(new DeliveryEvent.Confirmed(Now, new("bung-lao-2"), null)));
        Assert.Null((Due(ChannelKind.Telegram) with { State = DeliveryState.Delivered }).Apply(new DeliveryEvent.ConfirmationTakenBack()));
    }

    [Fact]
    public void What_a_newer_revision_took_the_place_of_is_replaced_and_what_was_taken_back_is_withdrawn()
    {
        var (waits, isOut) = (Due(ChannelKind.Telegram), Due(ChannelKind.Telegram) with { State = DeliveryState.Delivered });
        Problem replaced = new(nameof(ProblemTexts.RevisionReplaced)), withdrawn = new(
            nameof(ProblemTexts.ItemWithdrawn), null, "Sai số liệu");

        Assert.Equal(DeliveryState.Replaced, waits.Apply(new DeliveryEvent.Stopped(Now, replaced))!.State);
        Assert.Equal(DeliveryState.Replaced, isOut.Apply(new DeliveryEvent.TakenDown(Now, replaced))!.State);
        Assert.Equal(DeliveryState.Withdrawn, waits.Apply(new DeliveryEvent.Stopped(Now, withdrawn))!.State);
        Assert.Equal(
            DeliveryState.Withdrawn, isOut.Apply(new DeliveryEvent.TakenDown(Now, new(nameof(ProblemTexts.PostTakenDown))))!.State);
    }

    [Fact]
    public void What_was_not_corrected_or_taken_down_after_all_stands_as_before()
    {
        var posted = Due(ChannelKind.NoticeBoard).Apply(new DeliveryEvent.Confirmed(Now, new("bung-lao-1"), null))!;

        foreach (var reason in (string[])[nameof(ProblemTexts.RevisionReplaced), nameof(ProblemTexts.PostTakenDown)])
        {
            var down = posted.Apply(new DeliveryEvent.TakenDown(Now.AddDays(1), new(reason)))!;
            Assert.Equal(posted, down.Apply(new DeliveryEvent.StillThere()));
        }

        // What never was out does not come to be so.
        Assert.Null(
            Due(ChannelKind.NoticeBoard).Apply(new DeliveryEvent.Stopped(Now, new(nameof(ProblemTexts.RevisionReplaced))))!
                .Apply(new DeliveryEvent.StillThere()));
    }

    [Fact]
    public void Taking_down_that_gave_way_to_a_correction_is_wanted_again_and_nothing_else_is()
    {
        var removal = Due(ChannelKind.Facebook) with { Action = DeliveryAction.Remove };
        var gaveWay = removal.Apply(new DeliveryEvent.Stopped(Now, new(nameof(ProblemTexts.RevisionReplaced))))!;

        Assert.Equal(removal, gaveWay.Apply(new DeliveryEvent.WantedAgain(removal)));
        Assert.Null((gaveWay with { Action = DeliveryAction.Post }).Apply(new DeliveryEvent.WantedAgain(removal)));
        Assert.Null((removal with { State = DeliveryState.Delivered }).Apply(new DeliveryEvent.WantedAgain(removal)));
    }

    [Fact]
    public void What_expires_ends_and_what_a_person_did_in_time_is_confirmed_all_the_same()
    {
        var expired = new DeliveryEvent.Stopped(Now, new(nameof(ProblemTexts.ItemExpired)));
        var (task, post) = (Due(ChannelKind.Loudspeaker).Apply(expired)!, Due(ChannelKind.Telegram).Apply(expired)!);
        var confirmed = new DeliveryEvent.Confirmed(Now, new("bung-lao-1"), 12);

        Assert.Equal((DeliveryState.Expired, DeliveryState.Expired), (task.State, post.State));
        Assert.Equal(DeliveryState.Delivered, task.Apply(confirmed)?.State);
        Assert.Null(post.Apply(confirmed));
    }

    [Fact]
    public void Who_let_a_post_go_out_is_known_until_it_waits_again()
    {
        var held = Due(ChannelKind.Telegram) with { State = DeliveryState.Held, Reason = Reason };
        var released = held.Apply(new DeliveryEvent.Released(new("bung-lao-1")))!;

        Assert.Equal((true, "bung-lao-1"), (released.IsNotBegun, released.ReleasedBy?.Value));
        Assert.False(released.Apply(new DeliveryEvent.SendBegun(Now, Now))!.IsNotBegun);
        Assert.Equal(held, released.Apply(new DeliveryEvent.HeldBack(Reason)));
    }

    [Fact]
    public void A_post_that_was_let_go_out_waits_for_the_later_of_a_moment_and_the_end_of_quiet_hours_and_a_correction_for_neither()
    {
        var held = Due(ChannelKind.Telegram) with { State = DeliveryState.Held, Reason = Reason };
        var (soon, late) = (Now.AddSeconds(15), Now.AddHours(5));
        var released = new DeliveryEvent.Released(new("bung-lao-1"), soon);

        Assert.Equal(soon, held.Apply(released)!.SendFrom);
        Assert.Equal(late, (held with { SendFrom = late }).Apply(released)!.SendFrom);
        Assert.Equal(soon, (held with { SendFrom = Now }).Apply(released)!.SendFrom);
        Assert.Null((held with { Action = DeliveryAction.Edit }).Apply(released)!.SendFrom);
        Assert.Null(held.Apply(new DeliveryEvent.Released())!.SendFrom);
    }

    [Fact]
    public void A_hand_task_is_never_sent_and_ends_when_a_person_confirms_it()
    {
        var task = Due(ChannelKind.Loudspeaker);

        Assert.Null(task.Apply(new DeliveryEvent.SendBegun(Now, Now)));
        var confirmed = task.Apply(new DeliveryEvent.Confirmed(Now, new("bung-lao-1"), 12));
        Assert.Equal((DeliveryState.Delivered, 12), (confirmed!.State, confirmed.Attendance));
    }

    [Fact]
    public void To_wait_as_the_channel_asks_is_no_failed_try()
    {
        var sending = Due(ChannelKind.Telegram).Apply(new DeliveryEvent.SendBegun(Now, Now))!;

        Assert.Equal(1, sending.Attempts);
        Assert.Equal(1, sending.Apply(new DeliveryEvent.Postponed(Now, Reason))!.Attempts);
        Assert.Equal(0, sending.Apply(new DeliveryEvent.Postponed(Now, Reason, "1,2") { IsWait = true })!.Attempts);
    }

    [Fact]
    public void What_is_there_stays_until_the_channel_says_that_it_is_there_no_more()
    {
        var sending = Due(ChannelKind.Zalo) with { State = DeliveryState.Sending, Progress = "token:7" };

        Assert.Equal("token:7", sending.Apply(new DeliveryEvent.Postponed(Now, Reason))!.Progress);
        Assert.Equal("token:8", sending.Apply(new DeliveryEvent.Postponed(Now, Reason, "token:8"))!.Progress);
        Assert.Null(sending.Apply(new DeliveryEvent.Postponed(Now, Reason, ""))!.Progress);
        var refused = sending.Apply(new DeliveryEvent.Refused(Now, Reason, FailureClass.Permanent, ""))!;
        Assert.Equal((null, false), (refused.Progress, refused.IsOut));
    }

    private static Delivery Due(ChannelKind channel)
    {
        var id = DeliveryId.Parse("mac-ca.1.vi.bung-lao.telegram", null);
        return new()
        {
            Id = id,
            Channel = channel,
            Lane = "telegram_tinh",
            State = DeliveryState.Due,
            PlannedAt = Now,
            Link = LinkCode.Of(id).ToString(),
        };
    }
}
