using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>What becomes of a delivery, and when: made up, in the order in which it happens.</summary>
internal sealed class QuarterLife(Random random)
{
    private static readonly PersonId Somebody = new("dich-thai");
    private static readonly Problem Closed = new(nameof(ProblemTexts.DestinationClosed), null, "Kênh", "nơi đăng", "đã đóng");
    private static readonly Problem Refused = new(nameof(ProblemTexts.CredentialRefused), null, "Kênh", "tài khoản");
    private static readonly Problem NoAnswer = new(nameof(ProblemTexts.ChannelRefusedPost), null, "Kênh", "không trả lời");

    public IEnumerable<(DateTimeOffset At, DeliveryEvent What)> Of(Delivery delivery)
    {
        var at = delivery.PlannedAt;
        if (delivery.IsByHand)
        {
            return ByHand(at, isHeardThere: delivery.Channel is ChannelKind.Loudspeaker);
        }

        if (delivery.State is not DeliveryState.Held)
        {
            return ByMachine(at);
        }

        var released = Later(ref at, 3_000);
        return Chance(60) ? ByMachine(released).Prepend((released, new DeliveryEvent.Released())) : [];
    }

    public bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>Some minutes later.</summary>
    private DateTimeOffset Later(ref DateTimeOffset at, int minutes) => at = at.AddSeconds(random.Next(60, minutes * 60));

    private IEnumerable<(DateTimeOffset At, DeliveryEvent What)> ByHand(DateTimeOffset at, bool isHeardThere)
    {
        int? people = isHeardThere && Chance(50) ? random.Next(10, 300) : null;
        switch (random.Next(20))
        {
            case < 11:
                yield return (Later(ref at, 2_400), new DeliveryEvent.Confirmed(at, Somebody, people));
                break;
            case < 14: // Late.
                yield return (Later(ref at, 20_000), new DeliveryEvent.Confirmed(at, Somebody, people));
                yield return (Later(ref at, 1_000), new DeliveryEvent.AttendanceTold(Somebody, 40));
                break;
            case < 15: // By mistake.
                yield return (Later(ref at, 2_400), new DeliveryEvent.Confirmed(at, Somebody, people));
                yield return (Later(ref at, 300), new DeliveryEvent.ConfirmationTakenBack());
                break;
            default: // Never.
                break;
        }
    }

    private IEnumerable<(DateTimeOffset At, DeliveryEvent What)> ByMachine(DateTimeOffset at)
    {
        yield return (Later(ref at, 90), new DeliveryEvent.SendBegun(at, at.AddMinutes(5)));
        Later(ref at, 3);
        DeliveryEvent first = random.Next(100) switch
        {
            < 76 => new DeliveryEvent.Arrived(at, "1"),
            < 83 => new DeliveryEvent.Refused(at, Closed, FailureClass.Permanent),
            < 88 => new DeliveryEvent.Refused(at, Refused, FailureClass.Credential),
            < 93 => new DeliveryEvent.Postponed(at.AddHours(1), NoAnswer),
            < 98 => new DeliveryEvent.OutcomeLost(at, NoAnswer),
            _ => new DeliveryEvent.Postponed(at.AddDays(1), Closed),
        };
        yield return (at, first);
        if (first is DeliveryEvent.Arrived || Chance(50))
        {
            yield break;
        }

        Later(ref at, 6_000);
        if (first is DeliveryEvent.OutcomeLost)
        {
            yield return (at, Chance(50) ? new DeliveryEvent.SeenThere(at, Somebody) : new DeliveryEvent.SeenMissing());
            Later(ref at, 60);
        }
        else if (first is DeliveryEvent.Refused)
        {
            yield return (at, new DeliveryEvent.RetryAsked());
            Later(ref at, 60);
        }

        yield return (at, new DeliveryEvent.SendBegun(at, at.AddMinutes(5)));
        yield return (Later(ref at, 3), new DeliveryEvent.Arrived(at, "2"));
    }
}
