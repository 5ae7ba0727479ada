using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What an item was posted, corrected and taken down at, place by place.</summary>
public sealed class ItemDeliveriesModel : PageModel
{
    internal ItemDeliveriesModel(PageFrame frame, ItemId item, DeliveryState? state, Page<Delivery> page, DirectorySnapshot directory)
        : base(frame) => (Item, State, Page, Directory) = (item, state, page, directory);

    internal ItemId Item { get; }

    /// <summary>The one that is wanted; null for all.</summary>
    internal DeliveryState? State { get; }

    internal Page<Delivery> Page { get; }

    internal DirectorySnapshot Directory { get; }

    internal string Address => State is { } state ? $"/items/{Item}/deliveries?state={EnumNames.Of(state)}" : $"/items/{Item}/deliveries";

    /// <summary>Whether a person does it by hand, and the reader may see how.</summary>
    internal bool IsTaskOfReader(Delivery delivery) =>
        delivery is { IsByHand: true, State: DeliveryState.Due or DeliveryState.Delivered }
        && Frame.Person is { } person
        && (person.Is(Role.Staff) || person.Is(Role.Communicator));

    internal string NameOf(Delivery delivery) => Directory.NameOf(delivery.Id.Destination);
}
