namespace Dissemination.Web.Api;

/// <summary>An approval of an item's current revision.</summary>
/// <param name="Document">The number of the document that approves it.</param>
/// <param name="Date">The document's date; today in Việt Nam where it is left out.</param>
internal sealed record ApproveRequest(string? Document, DateOnly? Date);
