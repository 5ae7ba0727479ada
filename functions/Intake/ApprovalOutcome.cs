using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>What approving one of many items came to.</summary>
/// <param name="Approved">The item as it is approved now; null where it was not done.</param>
/// <param name="Problem">Why it was not done.</param>
internal sealed record ApprovalOutcome(ItemId Id, Item? Approved, Problem? Problem);
