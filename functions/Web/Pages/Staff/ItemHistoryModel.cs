using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The record of an item.</summary>
public sealed class ItemHistoryModel : PageModel
{
    internal ItemHistoryModel(PageFrame frame, ItemId item, Page<HistoryEntry> page, DirectorySnapshot directory)
        : base(frame)
    {
        (Item, Page) = (item, page);
        Words = new(directory, new Dictionary<ItemId, string>());
    }

    internal ItemId Item { get; }

    internal Page<HistoryEntry> Page { get; }

    internal RecordWords Words { get; }
}
