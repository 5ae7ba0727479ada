using Dissemination.Deliveries;
using Dissemination.Directory;

namespace Dissemination.Web.Pages.Staff;

/// <summary>How an item's deliveries to one commune stand, in figures that fit a line.</summary>
/// <param name="Open">Those that wait, or are on their way.</param>
/// <param name="Troubled">Those that failed or are uncertain.</param>
internal sealed record CommuneDeliveries(CommuneId Commune, int All, int Delivered, int Open, int Troubled)
{
    public static CommuneDeliveries Of(CommuneId commune, IReadOnlyCollection<Delivery> deliveries) => new(
        commune,
        deliveries.Count,
        deliveries.Count(delivery => delivery.State is DeliveryState.Delivered),
        deliveries.Count(delivery => delivery.IsOpen && !IsTroubled(delivery)),
        deliveries.Count(IsTroubled));

    /// <summary>What has to be looked at comes first, then what is not done, what is, and what is over.</summary>
    public static int RankOf(Delivery delivery) =>
        IsTroubled(delivery) ? 0 : delivery.IsOpen ? 1 : delivery.State is DeliveryState.Delivered ? 2 : 3;

    private static bool IsTroubled(Delivery delivery) => delivery.State is DeliveryState.Failed or DeliveryState.Uncertain;
}
