using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries;

/// <summary>What is to be done about a post that is out: a pure function. What a machine may not do becomes a hand task.</summary>
internal static class Correction
{
    /// <summary>A planned post as the correction of what an earlier revision posted there, or as it is where that posted nothing.</summary>
    /// <param name="earlier">The delivery of the newest earlier revision to the same destination that went out or may have, or was begun.</param>
    /// <param name="changes">What the channel lets a machine change; null where the earlier post is at an address that is no more.</param>
    public static Delivery Of(Delivery planned, Delivery? earlier, ChannelChanges? changes, DateTimeOffset now) => earlier switch
    {
        { Channel: ChannelKind.TelegramVoice } => planned, // The earlier voice is taken down, and not made another.
        { State: DeliveryState.Delivered, Channel: ChannelKind.Loudspeaker } => planned, // Nothing of it is left to correct.
        { State: DeliveryState.Delivered } => Changing(planned with { Action = DeliveryAction.Edit }, earlier, changes, changes?.Edit, now),
        { State: DeliveryState.Uncertain or DeliveryState.Sending } =>
            HandedOver(planned with { Action = DeliveryAction.Edit, Target = earlier.Id }, nameof(ProblemTexts.EarlierPostUncertain)),

        // What was made for it and nobody has got yet is used, and not made once more.
        { Progress: { } progress } when changes?.TakeOver(progress) is { } goesOn => planned with { Progress = goesOn },

        // Some of its parts are there, with the old words: beside them nothing is posted.
        { Progress.Length: > 0 } =>
            HandedOver(planned with { Action = DeliveryAction.Edit, Target = earlier.Id }, nameof(ProblemTexts.EarlierPostUncertain)),
        _ => planned,
    };

    /// <summary>The delivery that takes a post down, or null where nothing is there to take down.</summary>
    /// <param name="lane">The lane that serves its place now.</param>
    public static Delivery? Removal(Delivery posted, ChannelChanges? changes, string lane, DateTimeOffset now)
    {
        var isHalfOut = IsHalfOut(posted, changes);
        if (posted.Id.Removes || posted.Channel is ChannelKind.Loudspeaker || (posted.State is not DeliveryState.Delivered && !isHalfOut))
        {
            return null;
        }

        var removal = new Delivery
        {
            Id = posted.Id with { Removes = true },
            Action = DeliveryAction.Remove,
            Channel = posted.Channel,
            Lane = lane,
            State = DeliveryState.Due,
            PlannedAt = now,
            Link = posted.Link,
            TraceParent = posted.TraceParent,
        };
        return isHalfOut
            ? HandedOver(removal with { Target = posted.Id }, nameof(ProblemTexts.PostHalfOut))
            : Changing(removal, posted, changes, changes?.Remove, now);
    }

    /// <summary>
    /// Whether some parts of a post are there of which the rest does not come any more. Where nobody has got anything of it yet, nothing
    /// is.
    /// </summary>
    private static bool IsHalfOut(Delivery posted, ChannelChanges? changes) =>
        posted is
        {
            Action: DeliveryAction.Post,
            Progress: { Length: > 0 } progress,
            State: DeliveryState.Held or DeliveryState.Due or DeliveryState.Retrying or DeliveryState.Failed
                or DeliveryState.Withdrawn or DeliveryState.Expired,
        }
        && changes?.TakeOver(progress) is null;

    private static Delivery Changing(Delivery change, Delivery posted, ChannelChanges? changes, TimeSpan? allowed, DateTimeOffset now)
    {
        change = change with { Target = posted.Id, TargetReference = posted.Reference };
        return change.IsByHand ? change
            : changes is null ? HandedOver(change, nameof(ProblemTexts.PostAtFormerAddress))
            : posted.HandedOver || posted.Reference is null ? HandedOver(change, nameof(ProblemTexts.PostKnownToPeopleOnly))
            : allowed is null ? HandedOver(change, nameof(ProblemTexts.ChannelLetsNoMachineChange))
            : now - posted.EndedAt > allowed ? HandedOver(change, nameof(ProblemTexts.TooLateToChange))
            : change;
    }

    private static Delivery HandedOver(Delivery change, string why) =>
        change with { State = DeliveryState.Due, HandedOver = true, Reason = new(why), Failure = null, EndedAt = null };
}
