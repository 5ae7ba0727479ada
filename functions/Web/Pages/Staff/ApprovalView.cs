using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries.Foresight;
using Dissemination.Web.Pages.Seen;

namespace Dissemination.Web.Pages.Staff;

/// <summary>An item that waits for an approval, with all that its approver decides by.</summary>
/// <param name="Foreseen">What approving it sets off.</param>
/// <param name="Changes">What differs from the revision that was approved before it, or came before it; null for the first.</param>
/// <param name="Notes">What colleagues say of it, newest first.</param>
internal sealed record ApprovalView(
    Item Item, Revision Revision, ForeseenApproval Foreseen, ChangesModel? Changes, ImmutableArray<ItemNote> Notes)
{
    public ItemContent Content => Revision.Content;
}
