using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>A person approves the current revision of an item.</summary>
/// <param name="Document">The number of the document that approves it; null or empty confirms what its file says.</param>
/// <param name="Date">The document's date; null is what the file says with its document, or today.</param>
/// <param name="Today">In Việt Nam: nobody approves under a document of tomorrow.</param>
internal sealed record ApprovalAct(Person By, string? Document, DateOnly? Date, DateOnly Today)
{
    private bool ConfirmsClaim => string.IsNullOrWhiteSpace(Document);

    /// <summary>The document and its date, where the item's file says this.</summary>
    public (string Document, DateOnly Date) With(ApprovalClaim? claim) =>
        ConfirmsClaim ? (claim?.Document ?? "", Date ?? claim?.Date ?? Today) : (Document!.Trim(), Date ?? Today);
}
