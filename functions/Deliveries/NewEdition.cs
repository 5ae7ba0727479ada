using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries;

/// <summary>What it does to a delivery that other words of its translation were approved after it was planned: pure functions.</summary>
internal static class NewEdition
{
    /// <summary>Whether other words were approved since. What is read aloud is another only where that which is read is.</summary>
    /// <param name="text">The version as the commune of the delivery gets it.</param>
    public static bool Outdates(Delivery delivery, PublishableVersion text) =>
        delivery.Edition < (delivery.Channel is ChannelKind.Loudspeaker ? text.SpokenSince : text.EditionAt(delivery.Channel));

    /// <summary>The delivery that brings the new words; null where the one that is there does, because it is not out yet, or does already.</summary>
    /// <param name="newest">The last delivery of the version to the destination.</param>
    /// <param name="planned">As it is planned now.</param>
    /// <param name="changes">What the channel lets a machine change; null where the post is at an address that is no more.</param>
    public static Delivery? Of(
        Delivery newest, Delivery planned, PublishableVersion text, ChannelChanges? changes, DateTimeOffset now)
    {
        if (!Outdates(newest, text))
        {
            return null;
        }

        var id = planned.Id with { Edition = planned.Edition };
        var next = planned with { Id = id, Link = LinkCode.Of(id).ToString() };
        return newest switch
        {
            { Channel: ChannelKind.TelegramVoice } => OfVoice(newest, next),
            // Who has the old words before him or her does not confirm the new ones.
            { State: DeliveryState.Due, IsByHand: true } => InPlaceOf(newest, next),
            { State: DeliveryState.Delivered or DeliveryState.Uncertain or DeliveryState.Sending } =>
                Correction.Of(next, newest, changes, now),

            // What was made for it and nobody has got yet is used.
            {
                Progress: { } progress,
                Action: DeliveryAction.Post,
                State: DeliveryState.Held or DeliveryState.Retrying or DeliveryState.Failed,
            }
                when changes?.TakeOver(progress) is { } goesOn => next with { Progress = goesOn },

            // Some of its parts are there, with the old words.
            { Progress: not null, State: DeliveryState.Held or DeliveryState.Retrying or DeliveryState.Failed } =>
                Correction.Of(next, newest with { State = DeliveryState.Uncertain }, changes, now),

            // A person found that it is not there.
            { State: DeliveryState.Replaced } => next,
            _ => null,
        };
    }

    /// <summary>What waits for people: neither its commune's consent nor a dead credential keeps a hand task.</summary>
    private static Delivery InPlaceOf(Delivery task, Delivery next) => next with
    {
        State = DeliveryState.Due,
        Failure = null,
        EndedAt = null,
        Action = task.Action,
        Target = task.Target,
        TargetReference = task.TargetReference,
        HandedOver = task.HandedOver,
        Reason = task.Reason,
    };

    /// <summary>A voice that came after one was sent: what has not gone out yet says the new one by itself.</summary>
    private static Delivery? OfVoice(Delivery newest, Delivery next) =>
        newest.State is DeliveryState.Due or DeliveryState.Held or DeliveryState.Retrying ? null : next;
}
