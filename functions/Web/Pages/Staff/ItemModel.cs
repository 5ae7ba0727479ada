using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>One item.</summary>
public sealed class ItemModel : PageModel
{
    internal ItemModel(PageFrame frame, ItemView view, ItemOutlook outlook, ItemForm typed)
        : base(frame) => (View, Outlook, Typed) = (view, outlook, typed);

    internal ItemView View { get; }

    /// <summary>What was typed into a form that was not done.</summary>
    internal ItemForm Typed { get; }

    /// <summary>How far it is.</summary>
    internal ItemWayModel? Way { get; init; }

    internal DateTimeOffset Now { get; init; }

    /// <summary>Whether the reader came to give it back.</summary>
    internal bool AsksToReturn { get; init; }

    internal ItemOutlook Outlook { get; }

    /// <summary>Whether the reader is one of those who work at items, and so reads their notes.</summary>
    internal bool ReadsNotes => Frame.Person is { } person && IsColleague(person);

    /// <summary>Whether its facts stand open: of what is approved few are looked for, and the fold names those.</summary>
    internal bool ShowsFacts => View.Item.State is not ItemState.Approved;

    /// <summary>
    /// Whether its words stand open: who decides on them reads them, and so does who comes to read. Those who follow what was approved
    /// look for other things, so that long words are folded for them.
    /// </summary>
    internal bool ShowsText =>
        View.Item.State is ItemState.WaitingForApproval or ItemState.Returned || !ReadsNotes || !Outlook.Seen.IsFolded;

    internal static bool IsColleague(Person person) => person.Is(Role.Staff) || person.Is(Role.Approver);

    /// <summary>What becomes of its posts when it expires.</summary>
    internal ExpiredPosts ExpiredPosts { get; init; }

    /// <summary>What its time does to what an earlier revision has out, and has not; null where there is nothing of the kind.</summary>
    internal string? PublishAtMeans => View.Item is { Revision: > 1 } item && item.PublishAt > Now ? Texts.PublishAtMoved : null;

    /// <summary>What its expiry does, or did.</summary>
    internal string? ExpiryMeans =>
        Labels.Find(View.Item.IsExpired(Now) ? "ExpiryMeant" : "ExpiryMeans", ExpiredPosts.ToString());

    internal string ETag => View.ETag.ToString("H");
}
