namespace Dissemination.Local.Sample;

/// <summary>What became of a file that was handed in.</summary>
/// <param name="Problems">Why it was rejected, a line each.</param>
internal sealed record HandInOutcome(bool IsAccepted, IReadOnlyList<string> Problems);
