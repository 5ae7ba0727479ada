using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using FsCheck.Xunit;

namespace Dissemination.Tests.Publishing;

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
        (new DeliveryEvent.HeldBack(Reason), false),
        (new DeliveryEvent.Released(), true),
        (new DeliveryEvent.Stopped(Now, Reason), false),
        (new DeliveryEvent.Confirmed(Now, new("bung-lao-1"), 12), true),
        (new DeliveryEvent.RetryAsked(), true),
        (new DeliveryEvent.SeenThere(Now, new("bung-lao-1")), true),
        (new DeliveryEvent.SeenMissing(), true),
    ];

    /// <summary>However sends, crashes, repeats and people follow each other: a second send begins only when the first surely did not arrive, or a person said so.</summary>
    [Property(MaxTest = 5000)]
    public bool No_delivery_is_sent_again_while_its_outcome_is_unknown(int[] happenings)
    {
        var delivery = Due(ChannelKind.Telegram);
        var mayHaveArrived = false;
        foreach (var (happened, _) in happenings.Select(index => Happenings[Math.Abs(index % Happenings.Length)]))
        {
            if (delivery.Apply(happened) is not { } next)
            {
                continue;
            }

            if (happened is DeliveryEvent.SendBegun)
            {
                if (mayHaveArrived)
                {
                    return false;
                }

                mayHaveArrived = true;
            }
            else if (happened is DeliveryEvent.Postponed or DeliveryEvent.Refused or DeliveryEvent.SeenMissing)
            {
                mayHaveArrived = false;
            }

            delivery = next;
        }

        return true;
    }

    /// <summary>Nothing gets lost: every state but the two last ones can be left, and the two are left by nothing.</summary>
    [Fact]
    public void Delivered_and_withdrawn_are_ends_and_nothing_else_is()
    {
        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            var leaves = Happenings.Any(happening => (Due(ChannelKind.Telegram) with { State = state }).Apply(happening.Event) is not null);
            Assert.Equal(state is not (DeliveryState.Delivered or DeliveryState.Withdrawn), leaves);
        }
    }

    [Fact]
    public void Only_a_person_gets_a_delivery_out_of_uncertain()
    {
        var uncertain = Due(ChannelKind.Telegram) with { State = DeliveryState.Uncertain };

        Assert.All(
            Happenings.Where(happening => uncertain.Apply(happening.Event) is not null),
            happening => Assert.True(happening.ByPerson));
    }

    [Fact]
    public void A_hand_task_is_never_sent_and_ends_when_a_person_confirms_it()
    {
        var task = Due(ChannelKind.Loudspeaker);

        Assert.Null(task.Apply(new DeliveryEvent.SendBegun(Now, Now)));
        var confirmed = task.Apply(new DeliveryEvent.Confirmed(Now, new("bung-lao-1"), 12));
        Assert.Equal((DeliveryState.Delivered, 12), (confirmed!.State, confirmed.Attendance));
    }

    private static Delivery Due(ChannelKind channel)
    {
        var id = DeliveryId.Parse("mac-ca.1.vi.bung-lao.telegram", null);
        return new() { Id = id, Channel = channel, Lane = "telegram_tinh", State = DeliveryState.Due, PlannedAt = Now, Link = LinkCode.Of(id).ToString() };
    }
}
