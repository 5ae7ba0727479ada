using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>One item.</summary>
public sealed class ItemModel : PageModel
{
    internal ItemModel(PageFrame frame, ItemView view, ItemForm typed)
        : base(frame) => (View, Typed) = (view, typed);

    internal ItemView View { get; }

    /// <summary>What was typed into a form that was not done.</summary>
    internal ItemForm Typed { get; }

    internal string ETag => View.ETag.ToString("H");
}
