using Dissemination.Deliveries;

namespace Dissemination.Reports;

/// <summary>What became of taking an item's posts down.</summary>
/// <param name="Wanted">Posts that are to be taken down.</param>
/// <param name="Done">Taken down, by machine or by hand.</param>
/// <param name="ByHand">Hand tasks that nobody has confirmed.</param>
/// <param name="Troubled">Failed or uncertain.</param>
internal sealed record RemovalFigures(int Wanted, int Done, int ByHand, int Troubled)
{
    public int UnderWay => Wanted - Done - ByHand - Troubled;

    public static RemovalFigures Of(IEnumerable<Delivery> deliveries)
    {
        var removals = deliveries.Where(
            delivery => delivery is { Action: DeliveryAction.Remove, State: not (DeliveryState.Withdrawn or DeliveryState.Replaced) })
                .ToList();
        return new(
            removals.Count,
            removals.Count(delivery => delivery.State is DeliveryState.Delivered),
            removals.Count(delivery => delivery is { IsByHand: true, State: DeliveryState.Due }),
            removals.Count(delivery => delivery.State is DeliveryState.Failed or DeliveryState.Uncertain));
    }
}
