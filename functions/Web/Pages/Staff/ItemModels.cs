using Dissemination.Content;
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

/// <summary>The record of an item.</summary>
public sealed class ItemHistoryModel : PageModel
{
    internal ItemHistoryModel(PageFrame frame, ItemId item, Page<HistoryEntry> page, Func<string, string> nameOf)
        : base(frame) => (Item, Page, NameOf) = (item, page, nameOf);

    internal ItemId Item { get; }

    internal Page<HistoryEntry> Page { get; }

    internal Func<string, string> NameOf { get; }
}
