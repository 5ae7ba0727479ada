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
