using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>One batch while it is worked at.</summary>
/// <param name="common">The text that communes get.</param>
/// <param name="own">What those get instead that have a variant of their own.</param>
internal sealed class BatchWork(
    PostableText common, IReadOnlyDictionary<CommuneId, PostableText> own, DirectorySnapshot directory, LaneRun run)
{
    private readonly HashSet<string> _rest = new(StringComparer.Ordinal);

    public PublishableVersion Version => common.Version;

    public DirectorySnapshot Directory => directory;

    public LaneRun Run => run;

    /// <summary>What is to be sent in this invocation, if there is time.</summary>
    public List<Row<Delivery>> Ready { get; } = [];

    /// <summary>The places that are left for later.</summary>
    public IReadOnlyCollection<string> Rest => _rest;

    /// <summary>When the first of what is left may be looked at again.</summary>
    public DateTimeOffset DueAgainAt { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>The text that a delivery carries.</summary>
    public PostableText TextOf(Delivery delivery) => own.GetValueOrDefault(delivery.Id.Destination.Commune, common);

    public Post PostOf(Delivery delivery, SiteAddress site)
    {
        var (version, card) = TextOf(delivery);
        return Posts.Make(version, delivery, site, card.Picture);
    }

    public void PutOff(DeliveryId delivery, DateTimeOffset until)
    {
        _rest.Add(delivery.Place);
        DueAgainAt = until < DueAgainAt ? until : DueAgainAt;
    }

    /// <summary>What keeps a delivery from going out as things stand; null where nothing does.</summary>
    public DeliveryEvent? WhyNot(Delivery delivery, DateTimeOffset now)
    {
        if (run.Stopped is { } stopped)
        {
            return new DeliveryEvent.Refused(now, stopped, FailureClass.Credential);
        }

        // A post is taken down because its item may not be out any more.
        var text = TextOf(delivery);
        return delivery.Action is DeliveryAction.Remove ? null : text.Version.ClearanceAt(now) switch
        {
            // Without its card such a post would be a row of boxes on most phones.
            Clearance.Clear when text.Card.Problem is { } broken => new DeliveryEvent.Refused(now, broken, FailureClass.Permanent),
            Clearance.Stop stop => new DeliveryEvent.Stopped(now, stop.Reason),
            Clearance.Hold hold => new DeliveryEvent.HeldBack(hold.Reason),

            // What of it is there stands at an address that nothing serves any more: the rest goes to no other.
            Clearance.Clear when directory.DestinationOf(delivery) is null =>
                new DeliveryEvent.Refused(now, new(nameof(ProblemTexts.DestinationGone)), FailureClass.Permanent),
            _ => null,
        };
    }
}
