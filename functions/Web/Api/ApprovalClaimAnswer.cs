using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>What an item's file says of an approval that nobody has confirmed yet.</summary>
internal sealed record ApprovalClaimAnswer(PersonId? By, string Document, DateOnly Date)
{
    public static ApprovalClaimAnswer? Of(ApprovalClaim? claim) => claim is null ? null : new(claim.By, claim.Document, claim.Date);
}
