using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Tests.Deliveries;

/// <summary>
/// One delivery in a world in miniature: its row with a version, what its channel really holds, and two senders that may race, crash
/// anywhere, and
/// lose answers. It decides with the program's own functions alone; what it assumes of the rest is that a row is written on the condition
/// of its version, and that no send is still under way when its time has passed.
/// </summary>
internal sealed class DeliveryLife(bool canReadBack)
{
    private static readonly TimeSpan SendLease = TimeSpan.FromSeconds(45);
    private static readonly Problem Reason = new("reason");
    private static readonly DeliveryId Id = DeliveryId.Parse("mac-ca.1.vi.bung-lao.telegram", null);

    private readonly Sender[] _senders = [new(), new()];
    private DateTimeOffset _now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private int _version;

    public Delivery Delivery { get; private set; } = new()
    {
        Id = Id,
        Channel = ChannelKind.Telegram,
        Lane = "telegram_tinh",
        State = DeliveryState.Due,
        PlannedAt = default,
        Link = LinkCode.Of(Id).ToString(),
    };

    /// <summary>How often it is really there.</summary>
    public int Posts { get; private set; }

    /// <summary>What the program believes against what is so; null where both agree.</summary>
    public string? Disagreement => (Delivery.State, Posts) switch
    {
        (DeliveryState.Delivered, 0) => "delivered, and not there",
        (DeliveryState.Failed or DeliveryState.Due or DeliveryState.Held or DeliveryState.Withdrawn or DeliveryState.Replaced
            or DeliveryState.Retrying, > 0) => $"{Delivery.State}, and there",
        _ => null,
    };

    public bool HasEnded => Delivery.State is DeliveryState.Delivered or DeliveryState.Withdrawn or DeliveryState.Replaced;

    public void Step(int choice)
    {
        var (sender, how) = (_senders[choice % 2], choice / 2 % 64);
        switch (how % 16)
        {
            case < 3:
                sender.Read(Delivery, _version);
                break;
            case < 5:
                Begin(sender);
                break;
            case < 8:
                Call(sender, how / 16 % 4 + (choice / 128 % 4));
                break;
            case < 10:
                End(sender);
                break;
            case 10:
                sender.Crash();
                break;
            case 11:
                Settle(sender);
                break;
            case 12:
                Pass(TimeSpan.FromSeconds(20));
                break;
            case 13:
                Pass(TimeSpan.FromMinutes(2));
                break;
            default:
                ActAsPerson(choice / 128 % 6);
                break;
        }
    }

    /// <summary>The faults end, and people do what is theirs to do.</summary>
    public void RunToItsEnd()
    {
        foreach (var sender in _senders)
        {
            sender.Crash();
        }

        for (var turn = 0; turn < 20 && !HasEnded; turn++)
        {
            Pass(TimeSpan.FromHours(2));
            ActAsPerson(turn % 2 == 0 ? 0 : 3);
            var sender = _senders[0];
            sender.Read(Delivery, _version);
            Settle(sender);
            sender.Read(Delivery, _version);
            Begin(sender);
            Call(sender, how: 0);
            End(sender);
        }
    }

    private void Begin(Sender sender)
    {
        if (sender is { Row: { } row, Outcome: null } && SendDecision.Of(row, _now) is SendDecision.Send
            && row.Apply(new DeliveryEvent.SendBegun(_now, _now + SendLease)) is { } begun)
        {
            sender.Row = TryWrite(sender, begun);
            sender.HasBegun = sender.Row is not null;
        }
    }

    private void Call(Sender sender, int how)
    {
        if (!sender.HasBegun || sender.Outcome is not null)
        {
            return;
        }

        var accepted = how is 0 or 1;
        Posts += accepted ? 1 : 0;
        sender.Outcome = how switch
        {
            0 => new SendOutcome.Delivered("1"),
            1 or 2 => new SendOutcome.Unknown(Reason),
            3 => new SendOutcome.Later(TimeSpan.FromSeconds(5), WholeLane: true, Reason),
            4 => new SendOutcome.Rejected(Reason),
            5 => new SendOutcome.CredentialDead(Reason),
            _ => new SendOutcome.Later(null, WholeLane: false, Reason),
        };
    }

    private void End(Sender sender)
    {
        if (sender is { Row: { } row, Outcome: { } outcome })
        {
            TryWrite(sender, row.Apply(OutcomeEvents.Of(outcome, row, canReadBack, _now))!);
            sender.Crash();
        }
    }

    private void Settle(Sender sender)
    {
        if (sender is not { Row: { } row, HasBegun: false } || SendDecision.Of(row, _now) is not SendDecision.Settle)
        {
            return;
        }

        FindOutcome found = !canReadBack
            ? new FindOutcome.CannotTell()
            : Posts > 0
            ? new FindOutcome.There("1")
            : new FindOutcome.NotThere();
        TryWrite(sender, row.Apply(Settlement.Of(row, found, _now))!);
        sender.Crash();
    }

    /// <summary>Of a person it is assumed that he or she looks before saying what is there.</summary>
    private void ActAsPerson(int what)
    {
        DeliveryEvent happened = what switch
        {
            0 => Posts > 0 ? new DeliveryEvent.SeenThere(_now, new("bung-lao-1")) : new DeliveryEvent.SeenMissing(),
            1 or 3 => Delivery.State is DeliveryState.Held ? new DeliveryEvent.Released() : new DeliveryEvent.RetryAsked(),
            2 => new DeliveryEvent.HeldBack(Reason),
            4 => new DeliveryEvent.Stopped(_now, Reason),
            _ => new DeliveryEvent.Refused(_now, Reason, FailureClass.Credential),
        };
        // The lane alone refuses what it has begun; nobody else may.
        if (!(happened is DeliveryEvent.Refused && Delivery.State is DeliveryState.Sending) && Delivery.Apply(happened) is { } changed)
        {
            (Delivery, _version) = (changed, _version + 1);
        }
    }

    private void Pass(TimeSpan time)
    {
        _now += time;
        foreach (var sender in _senders.Where(
            sender => sender is { HasBegun: true, Outcome: null, Row: { SendingUntil: { } until } } && until <= _now))
        {
            sender.Crash();
        }
    }

    private Delivery? TryWrite(Sender sender, Delivery changed)
    {
        if (sender.Version != _version)
        {
            return null;
        }

        (Delivery, _version) = (changed, _version + 1);
        sender.Version = _version;
        return changed;
    }

    private sealed class Sender
    {
        public Delivery? Row { get; set; }

        public int Version { get; set; }

        public bool HasBegun { get; set; }

        public SendOutcome? Outcome { get; set; }

        public void Read(Delivery delivery, int version)
        {
            if (!HasBegun)
            {
                (Row, Version) = (delivery, version);
            }
        }

        public void Crash() => (Row, HasBegun, Outcome) = (null, false, null);
    }
}
