using Dissemination.Directory;

namespace Dissemination.Intake;

/// <summary>By what an approval that a file carries counts by itself.</summary>
/// <param name="Approver">Who handed it in, and may approve; null where it came where only those may write whom the province chose.</param>
internal sealed record ApprovalRight(PersonId? Approver);
