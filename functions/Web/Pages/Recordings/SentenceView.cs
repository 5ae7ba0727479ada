namespace Dissemination.Web.Pages.Recordings;

/// <summary>A sentence on the page where it is read aloud.</summary>
/// <param name="File">The address of what was read of it; null where nothing was.</param>
internal sealed record SentenceView(string Id, string Text, SentenceStanding Standing, string? File);
