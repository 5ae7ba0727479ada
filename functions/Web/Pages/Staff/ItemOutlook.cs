using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries.Foresight;
using Dissemination.Intake.Drafts;
using Dissemination.Web.Pages.Seen;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What is to come of an item.</summary>
/// <param name="Seen">What will be seen of it in one language.</param>
/// <param name="Approval">What approving it sets off; null where there is nothing to approve.</param>
/// <param name="Withdrawal">What taking it back sets off.</param>
/// <param name="Draft">Where it is corrected, where it was given back and came from a draft.</param>
internal sealed record ItemOutlook(
    SeenModel Seen, ForeseenApproval? Approval, ForeseenWithdrawal Withdrawal, DraftId? Draft = null)
{
    /// <summary>What its current revision changed, while that waits for an approval; null where there is none before it.</summary>
    public ChangesModel? Changes { get; init; }

    /// <summary>What colleagues say of it; none for those who are not among them.</summary>
    public ImmutableArray<ItemNote> Notes { get; init; } = [];
}
