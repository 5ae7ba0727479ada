using Dissemination.Deliveries;
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

    internal DateTimeOffset Now { get; init; }

    /// <summary>What becomes of its posts when it expires.</summary>
    internal ExpiredPosts ExpiredPosts { get; init; }

    /// <summary>What its time does to what an earlier revision has out, and has not; null where there is nothing of the kind.</summary>
    internal string? PublishAtMeans => View.Item is { Revision: > 1 } item && item.IsEarly(Now) ? Texts.PublishAtMoved : null;

    /// <summary>What its expiry does, or did.</summary>
    internal string? ExpiryMeans =>
        Labels.Find(View.Item.IsExpired(Now) ? "ExpiryMeant" : "ExpiryMeans", ExpiredPosts.ToString());

    internal string ETag => View.ETag.ToString("H");
}
