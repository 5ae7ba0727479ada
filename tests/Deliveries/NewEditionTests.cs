using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Translation;

namespace Dissemination.Tests.Deliveries;

public sealed class NewEditionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly DeliveryId Id = DeliveryId.Parse("mac-ca.1.blt-Tavt.bung-lao.telegram", null);

    [Theory]
    [InlineData(DeliveryState.Held)]
    [InlineData(DeliveryState.Due)]
    [InlineData(DeliveryState.Retrying)]
    [InlineData(DeliveryState.Failed)]
    [InlineData(DeliveryState.Withdrawn)]
    internal void What_is_not_out_brings_the_new_words_itself(DeliveryState state) => Assert.Null(Next(Delivery(state)));

    [Fact]
    public void What_has_the_words_already_stays() => Assert.Null(Next(Delivery(DeliveryState.Delivered) with { Edition = 2 }));

    [Fact]
    public void What_is_out_is_corrected_by_a_delivery_of_the_edition()
    {
        var next = Next(Delivery(DeliveryState.Delivered) with { Reference = "-1001/7" })!;

        Assert.Equal(("mac-ca.1.blt-Tavt.bung-lao.telegram.edition-2", Id, "-1001/7"), (next.Id.ToString(), next.Target!.Value, next.TargetReference));
        Assert.Equal((DeliveryAction.Edit, DeliveryState.Due, false), (next.Action, next.State, next.IsByHand));
        Assert.NotEqual(Delivery(DeliveryState.Delivered).Link, next.Link);
    }

    [Theory]
    [InlineData(DeliveryState.Uncertain, null)]
    [InlineData(DeliveryState.Sending, null)]
    [InlineData(DeliveryState.Retrying, "7")]
    [InlineData(DeliveryState.Held, "7")]
    internal void Where_nobody_knows_what_is_out_or_half_of_it_is_a_person_looks(DeliveryState state, string? progress)
    {
        var next = Next(Delivery(state) with { Progress = progress })!;

        Assert.Equal((true, nameof(ProblemTexts.EarlierPostUncertain)), (next.IsByHand, next.Reason?.Code));
    }

    [Fact]
    public void What_was_made_and_nobody_has_got_yet_is_used_by_newer_words_and_by_a_newer_revision()
    {
        var changes = ChannelChanges.Always with { TakeOver = progress => $"old:{progress}" };
        var made = Delivery(DeliveryState.Retrying) with { Progress = "article:7" };
        var planned = Delivery(DeliveryState.Due) with { Edition = 2 };
        var newer = planned with { Id = Id with { Version = Id.Version with { Revision = 2 } } };

        var next = NewEdition.Of(made, planned, Text(spokenSince: 2), changes, Now)!;

        Assert.Equal(("old:article:7", DeliveryAction.Post, 2), (next.Progress, next.Action, next.Id.Edition));
        Assert.Equal(newer with { Progress = "old:article:7" }, Correction.Of(newer, made, changes, Now));

        // Of half a correction only a person can tell.
        var half = made with { Action = DeliveryAction.Edit };
        Assert.True(NewEdition.Of(half, planned, Text(spokenSince: 2), changes, Now)!.IsByHand);
    }

    [Theory]
    [InlineData(DeliveryState.Held)]
    [InlineData(DeliveryState.Retrying)]
    [InlineData(DeliveryState.Failed)]
    [InlineData(DeliveryState.Replaced)]
    internal void Beside_half_a_post_of_an_earlier_revision_nothing_is_posted(DeliveryState state)
    {
        var planned = Delivery(DeliveryState.Due) with { Id = Id with { Version = Id.Version with { Revision = 2 } } };
        var half = Delivery(state) with { Progress = "-1001/7" };

        var correction = Correction.Of(planned, half, ChannelChanges.Always, Now);

        Assert.Equal(
            (true, DeliveryAction.Edit, Id, nameof(ProblemTexts.EarlierPostUncertain)),
            (correction.IsByHand, correction.Action, correction.Target!.Value, correction.Reason?.Code));
        Assert.Equal(planned, Correction.Of(planned, half with { Progress = "" }, ChannelChanges.Always, Now));
    }

    [Theory]
    [InlineData(DeliveryState.Held)]
    [InlineData(DeliveryState.Due)]
    [InlineData(DeliveryState.Retrying)]
    [InlineData(DeliveryState.Failed)]
    [InlineData(DeliveryState.Withdrawn)]
    [InlineData(DeliveryState.Expired)]
    internal void Half_a_post_is_taken_down_by_a_person_unless_nobody_has_got_it_yet(DeliveryState state)
    {
        var half = Delivery(state) with { Progress = "-1001/7" };

        var removal = Correction.Removal(half, ChannelChanges.Always, half.Lane, Now)!;

        Assert.Equal(
            (true, DeliveryState.Due, DeliveryAction.Remove, Id, nameof(ProblemTexts.PostHalfOut)),
            (removal.IsByHand, removal.State, removal.Action, removal.Target!.Value, removal.Reason?.Code));
        Assert.Null(Correction.Removal(half with { Progress = null }, ChannelChanges.Always, half.Lane, Now));
        Assert.Null(Correction.Removal(half, ChannelChanges.Always with { TakeOver = progress => progress }, half.Lane, Now));
    }

    [Fact]
    public void What_a_person_found_missing_is_posted_with_the_new_words()
    {
        var next = Next(Delivery(DeliveryState.Replaced))!;

        Assert.Equal((DeliveryAction.Post, DeliveryState.Due, 2), (next.Action, next.State, next.Id.Edition));
    }

    [Fact]
    public void An_open_hand_task_gives_way_to_one_that_does_the_same_with_the_new_words()
    {
        var open = Delivery(DeliveryState.Due) with
        {
            HandedOver = true,
            Action = DeliveryAction.Edit,
            Target = Id with { Version = Id.Version with { Revision = 0 } },
            TargetReference = "-1001/7",
        };

        var next = Next(open)!;

        Assert.Equal((open.Action, open.Target, open.TargetReference, true), (next.Action, next.Target, next.TargetReference, next.IsByHand));
    }

    [Theory]
    [InlineData(DeliveryState.Held)]
    [InlineData(DeliveryState.Failed)]
    internal void New_words_of_a_hand_task_are_one_too_whatever_would_keep_a_machine(DeliveryState planned)
    {
        Problem reason = new(nameof(ProblemTexts.ChannelLetsNoMachineChange));
        var open = Delivery(DeliveryState.Due) with { HandedOver = true, Reason = reason };

        var next = NewEdition.Of(open, Delivery(planned) with { Edition = 2 }, Text(spokenSince: 2), ChannelChanges.Always, Now)!;

        Assert.Equal((DeliveryState.Due, true, null, reason), (next.State, next.IsByHand, next.EndedAt, next.Reason));
    }

    [Fact]
    public void What_is_at_an_address_that_is_no_more_is_corrected_by_a_person()
    {
        var there = Delivery(DeliveryState.Delivered) with { Reference = "-1001/7" };

        var next = NewEdition.Of(there, Delivery(DeliveryState.Due) with { Edition = 2 }, Text(spokenSince: 2), changes: null, Now)!;

        Assert.Equal((true, nameof(ProblemTexts.PostAtFormerAddress)), (next.IsByHand, next.Reason?.Code));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Nobody_reads_aloud_again_what_differs_in_the_words_of_pictures_alone(int spokenSince, bool isReadAgain)
    {
        foreach (var state in new[] { DeliveryState.Due, DeliveryState.Delivered })
        {
            var next = Next(Delivery(state) with { Channel = ChannelKind.Loudspeaker }, spokenSince);

            Assert.Equal(isReadAgain, next is { Action: DeliveryAction.Post, Target: null });
        }
    }

    private static Delivery? Next(Delivery newest, int spokenSince = 2) =>
        NewEdition.Of(
            newest, Delivery(DeliveryState.Due) with { Channel = newest.Channel, Edition = 2 }, Text(spokenSince), ChannelChanges.Always, Now);

    private static Delivery Delivery(DeliveryState state) => new()
    {
        Id = Id,
        Channel = ChannelKind.Telegram,
        Lane = "telegram_tinh",
        State = state,
        PlannedAt = Now,
        EndedAt = Now,
        Edition = 1,
        Link = LinkCode.Of(Id).ToString(),
    };

    private static PublishableVersion Text(int spokenSince) => new(
        Id.Version,
        null!,
        null!,
        new()
        {
            Id = Id.Version,
            State = TranslationState.Approved,
            Text = VersionText.Empty,
            SourceHash = "",
            ChangedAt = Now,
            Edition = 2,
            SpokenSince = spokenSince,
        },
        []);
}
