namespace Dissemination.Web.Api;

/// <summary>A page of a list.</summary>
/// <param name="Next">What to give as <c>next</c> for the page after it; null on the last.</param>
internal sealed record PageAnswer<T>(IReadOnlyList<T> Items, string? Next);
