using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries.Foresight;
using Dissemination.Web.Pages.Seen;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What is to come of an item.</summary>
/// <param name="Seen">What will be seen of it in one language.</param>
/// <param name="Approval">What approving it sets off; null where there is nothing to approve.</param>
/// <param name="Withdrawal">What taking it back sets off.</param>
internal sealed record ItemOutlook(SeenModel Seen, ForeseenApproval? Approval, ForeseenWithdrawal Withdrawal)
{
    /// <summary>What its current revision changed, while that waits for an approval; null where there is none before it.</summary>
    public ChangesModel? Changes { get; init; }

    /// <summary>What colleagues say of it; none for those who are not among them.</summary>
    public ImmutableArray<ItemNote> Notes { get; init; } = [];
}
