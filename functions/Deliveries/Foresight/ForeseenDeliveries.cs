using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Deliveries.Foresight;

/// <summary>What planning a language version now would come to.</summary>
/// <param name="Places">All deliveries, those by hand among them.</param>
/// <param name="ByHand">What people post, or correct, by hand.</param>
/// <param name="Held">What waits until its commune agrees.</param>
/// <param name="Corrections">What a machine corrects in the place of an earlier revision.</param>
/// <param name="Unserved">What would fail at once, because nothing can serve it as configured.</param>
internal sealed record ForeseenDeliveries(
    ImmutableHashSet<CommuneId> Communes, int Places, int ByHand = 0, int Held = 0, int Corrections = 0, int Unserved = 0)
{
    public static ForeseenDeliveries None { get; } = new([], 0);

    /// <summary>The same by channel, in the order of channels and acts.</summary>
    public ImmutableArray<ForeseenChannel> Channels { get; init; } = [];

    public static ForeseenDeliveries Of(IReadOnlyCollection<Delivery> planned, DirectorySnapshot directory) => new(
        [.. planned.Select(delivery => directory.Successor(delivery.Id.Destination.Commune))],
        planned.Count,
        planned.Count(delivery => delivery.IsByHand),
        planned.Count(delivery => delivery.State is DeliveryState.Held),
        planned.Count(delivery => delivery is { Action: DeliveryAction.Edit, IsByHand: false }),
        planned.Count(delivery => delivery.State is DeliveryState.Failed))
    {
        Channels = Sum(planned.Select(delivery => new ForeseenChannel(delivery.Channel, ForeseenChannel.ActOf(delivery), 1))),
    };

    public ForeseenDeliveries And(ForeseenDeliveries other) => new(
        Communes.Union(other.Communes),
        Places + other.Places,
        ByHand + other.ByHand,
        Held + other.Held,
        Corrections + other.Corrections,
        Unserved + other.Unserved)
    {
        Channels = Sum([.. Channels, .. other.Channels]),
    };

    private static ImmutableArray<ForeseenChannel> Sum(IEnumerable<ForeseenChannel> channels) =>
    [
        .. from one in channels
           group one.Places by (one.Channel, one.Act) into places
           orderby places.Key
           select new ForeseenChannel(places.Key.Channel, places.Key.Act, places.Sum()),
    ];
}
