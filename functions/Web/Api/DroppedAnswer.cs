namespace Dissemination.Web.Api;

/// <summary>The drafts that a file became, and why some of what is in it is none.</summary>
internal sealed record DroppedAnswer(IReadOnlyList<DraftAnswer> Drafts, IReadOnlyList<ProblemAnswer> Problems);
