using Azure;

namespace Dissemination.Local.Sample;

/// <summary>What became of a file that was handed in.</summary>
/// <param name="Problems">Why it was rejected, a line each.</param>
internal sealed record HandInOutcome(bool IsAccepted, IReadOnlyList<string> Problems);

/// <summary>Asks what became of a version of a blob; null while it is not known yet.</summary>
internal delegate Task<HandInOutcome?> AskHandIn(string container, string blob, DateTimeOffset lastModified, ETag etag, CancellationToken cancellationToken);
