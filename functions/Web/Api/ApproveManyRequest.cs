namespace Dissemination.Web.Api;

/// <summary>An approval of many items at once.</summary>
/// <param name="Items">What was read, each as <c>item~revision</c>; at most 100.</param>
/// <param name="Document">The number of the document that approves them; left out, it is the one that each item's file names.</param>
/// <param name="Date">The document's date; left out, it is the file's with its document, or today in Việt Nam.</param>
internal sealed record ApproveManyRequest(IReadOnlyList<string>? Items, string? Document, DateOnly? Date);
