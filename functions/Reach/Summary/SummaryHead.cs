namespace Dissemination.Reach.Summary;

/// <summary>What the next writing of a summary is numbered. It is written with each, so that the numbers are the order of the writings.</summary>
internal sealed record SummaryHead(long Next);
