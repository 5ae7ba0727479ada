using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>An approval that was given.</summary>
/// <param name="By">Who gave it; null where it came through the container <c>approved</c>.</param>
internal sealed record ApprovalAnswer(PersonId? By, string Document, DateOnly Date)
{
    public static ApprovalAnswer? Of(Approval? approval) => approval is null ? null : new(approval.By, approval.Document, approval.Date);
}
