using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>A page of items.</summary>
public sealed class ItemListModel : PageModel
{
    internal ItemListModel(PageFrame frame, Page<Item> page)
        : base(frame) => Page = page;

    internal Page<Item> Page { get; }
}

/// <summary>One item.</summary>
public sealed class ItemModel : PageModel
{
    internal ItemModel(PageFrame frame, ItemSight sight)
        : base(frame) => Sight = sight;

    internal ItemSight Sight { get; }

    /// <summary>What was typed into a form that was not done.</summary>
    internal string? Document { get; init; }

    /// <summary>What was typed into a form that was not done.</summary>
    internal string? Date { get; init; }

    /// <summary>What was typed into a form that was not done.</summary>
    internal string? Reason { get; init; }

    internal string ETag => Sight.ETag.ToString("H");
}

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

    internal string Address => State is { } state ? $"/items/{Item}/deliveries?state={Names.Of(state)}" : $"/items/{Item}/deliveries";

    /// <summary>Whether a person does it by hand, and the reader may see how.</summary>
    internal bool IsTaskOfReader(Delivery delivery) =>
        delivery is { IsByHand: true, State: DeliveryState.Due or DeliveryState.Delivered }
        && Frame.Person is { } person
        && (person.Is(Role.Staff) || person.Is(Role.Communicator));

    internal string NameOf(Delivery delivery) => Directory.Find(delivery.Id.Destination)?.Name ?? delivery.Id.Destination.ToString();
}

/// <summary>The record of an item.</summary>
public sealed class ItemHistoryModel : PageModel
{
    internal ItemHistoryModel(PageFrame frame, ItemId item, Page<HistoryEntry> page, DirectorySnapshot directory)
        : base(frame) => (Item, Page, Directory) = (item, page, directory);

    internal ItemId Item { get; }

    internal Page<HistoryEntry> Page { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>A person by name, where the directory knows the id.</summary>
    internal string NameOf(string who) => PersonId.TryParse(who, null, out var person) && Directory.Find(person) is { } known ? known.Name : who;

    internal string CommuneOf(string id) => CommuneId.TryParse(id, null, out var commune) && Directory.Find(commune) is { } known ? PageWords.OfVariant(known) : id;
}
