using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;

namespace Dissemination.Deliveries.Sending;

/// <summary>One block while it is worked at.</summary>
/// <param name="common">The text that communes get.</param>
/// <param name="own">What those get instead that have a variant of their own.</param>
internal sealed class BlockWork(
    PostableText common, IReadOnlyDictionary<CommuneId, PostableText> own, DirectorySnapshot directory, ShareRun run)
{
    public PublishableVersion Version => common.Version;

    public DirectorySnapshot Directory => directory;

    public ShareRun Run => run;

    /// <summary>Completes when all that goes out now has been begun.</summary>
    public Task AllBegun { get; set; } = Task.CompletedTask;

    /// <summary>What may be sent now, as far as its lane has room.</summary>
    public List<StoredDelivery> Ready { get; } = [];

    /// <summary>When the first of what is left may be looked at again; null where nothing is left.</summary>
    public DateTimeOffset? DueAgainAt { get; private set; }

    /// <summary>The text that a delivery carries.</summary>
    public PostableText TextOf(Delivery delivery) => own.GetValueOrDefault(delivery.Id.Destination.Commune, common);

    public Post PostOf(Delivery delivery, SiteAddress site)
    {
        var (version, card) = TextOf(delivery);
        return Posts.Make(version, delivery, site, card.Picture);
    }

    /// <summary>
    /// What is tried again by itself is, like what is due, not posted in its commune's quiet hours; what is half there already is.
    /// </summary>
    public DeliveryEvent OutsideQuietHours(Delivery delivery, DeliveryEvent happened) =>
        happened is DeliveryEvent.Postponed { Progress: null } postponed
            && delivery is { Action: DeliveryAction.Post, Progress: null }
            && directory.FindSuccessor(delivery.Id.Destination.Commune) is { } commune
            && QuietHours.SendFrom(commune, postponed.RetryAt, Version.Item.ExpiresAt) is { } end
            ? postponed with { RetryAt = end }
            : happened;

    /// <summary>Something is left for later.</summary>
    public void PutOff(DateTimeOffset until) => DueAgainAt = DueAgainAt < until ? DueAgainAt : until;

    /// <summary>What keeps a delivery from going out as things stand; null where nothing does.</summary>
    public DeliveryEvent? WhyNot(Delivery delivery, DateTimeOffset now)
    {
        // A post is taken down because its item may not be out any more.
        var text = TextOf(delivery);
        var clearance = delivery.Action is DeliveryAction.Remove ? new Clearance.Clear() : text.Version.ClearanceAt(now);

        // What it changes is at an address that nothing serves any more: whatever becomes of its lane, only people get there.
        if (delivery.Action is not DeliveryAction.Post && clearance is Clearance.Clear && directory.DestinationOf(delivery) is null)
        {
            return new DeliveryEvent.HandedOver(new(nameof(ProblemTexts.PostAtFormerAddress)));
        }

        if (run.StoppedBecause(delivery.Lane) is { } stopped)
        {
            return new DeliveryEvent.Refused(now, stopped, FailureClass.Credential);
        }

        return delivery.Action is DeliveryAction.Remove ? null : clearance switch
        {
            // Without its card such a post would be a row of boxes on most phones.
            Clearance.Clear when text.Card.Problem is { } broken => new DeliveryEvent.Refused(now, broken, FailureClass.Permanent),
            Clearance.Stop stop => new DeliveryEvent.Stopped(now, stop.Reason),

            // Its words have become others since they were read, or the approval of the voice was taken back.
            Clearance.Clear when delivery.Channel is ChannelKind.TelegramVoice && text.Version.Voice is null =>
                new DeliveryEvent.Stopped(now, new(nameof(ProblemTexts.RecordingGone))),
            Clearance.Hold hold => new DeliveryEvent.HeldBack(hold.Reason),

            // What of it is there stands at an address that nothing serves any more: the rest goes to no other.
            Clearance.Clear when directory.DestinationOf(delivery) is null =>
                new DeliveryEvent.Refused(now, new(nameof(ProblemTexts.DestinationGone)), FailureClass.Permanent),
            _ => null,
        };
    }
}
