namespace Dissemination.Web.Api;

/// <summary>An approval of an item's current revision.</summary>
/// <param name="Document">The number of the document that approves it; left out, it is the one that the item's file names.</param>
/// <param name="Date">The document's date; left out, it is the file's with its document, or today in Việt Nam.</param>
internal sealed record ApproveRequest(string? Document, DateOnly? Date);
