using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>What a file says of its approval. Anybody can write that, so it is a claim until somebody who may approve confirms it.</summary>
/// <param name="By">Who is said to have approved it; null where it is not said.</param>
/// <param name="Document">The number of the document.</param>
/// <param name="Date">The document's date.</param>
internal sealed record ApprovalClaim(PersonId? By, string Document, DateOnly Date);
