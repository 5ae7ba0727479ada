using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Items;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>A page of items.</summary>
public sealed class ItemListModel : PageModel
{
    internal ItemListModel(PageFrame frame, ItemStretch stretch, ItemListQuery query)
        : base(frame) => (Stretch, Query) = (stretch, query);

    internal ItemStretch Stretch { get; }

    internal ItemListQuery Query { get; }

    internal IEnumerable<ListedItem> Items => Stretch.Items.Skip(Query.Page * ItemListQuery.Size).Take(ItemListQuery.Size);

    /// <summary>Whether more than words narrows the list, or it is sorted another way: then the fields for it are seen.</summary>
    internal bool IsNarrowed =>
        Query is not { Sort: ItemSort.Newest, Filter: { State: null, Topic: null, Commune: null, Waiting: null } };

    internal bool IsEmpty => Stretch.Items.Length <= Query.Page * ItemListQuery.Size;

    /// <summary>The page after this one, within the stretch; null where it is the last.</summary>
    internal string? Next => Stretch.Items.Length > (Query.Page + 1) * ItemListQuery.Size
        ? (Query with { Page = Query.Page + 1 }).Address
        : null;

    /// <summary>The same among older items; null where there are none.</summary>
    internal string? Older => Stretch.Older is { } from ? (Query with { Page = 0, From = from }).Address : null;

    /// <summary>How many were found, and among how many where there are more.</summary>
    internal string Found => SayFound(Stretch, isOlder: Query.From is not null);

    internal static string SayFound(ItemStretch stretch, bool isOlder) => TextFormat.Fill(
        stretch.Older is not null ? Texts.ItemsFoundAmong : isOlder ? Texts.ItemsFoundOlder : Texts.ItemsFound,
        LocalTime.Number(stretch.Items.Length),
        LocalTime.Number(stretch.Looked));

    internal bool MayWrite => Frame.Person is { } person && (person.Is(Role.Staff) || person.Is(Role.Approver));

    /// <summary>On whom people can be asked for: not what waits for itself.</summary>
    internal static IEnumerable<WaitsOn> WaitsOns => Enum.GetValues<WaitsOn>().Where(on => on is not WaitsOn.Nobody);

    internal static string ToneOf(ItemState state) => state switch
    {
        ItemState.Approved => "good",
        ItemState.Withdrawn or ItemState.Returned => "bad",
        _ => "",
    };
}
