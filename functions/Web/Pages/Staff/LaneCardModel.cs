using Dissemination.Deliveries.Connections;

namespace Dissemination.Web.Pages.Staff;

/// <summary>One credential in the list. Public because the classes made from templates are.</summary>
public sealed class LaneCardModel
{
    internal LaneCardModel(LaneConnection lane, ConnectionsModel page) => (Lane, Page) = (lane, page);

    internal LaneConnection Lane { get; }

    internal ConnectionsModel Page { get; }
}
