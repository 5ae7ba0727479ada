namespace Dissemination.Reach.Summary;

/// <summary>Under which number the summary of an item stands.</summary>
internal sealed record SummaryPlace(long Number);
