using Azure;

namespace Dissemination.Local.Sample;

/// <summary>Asks what became of a version of a blob; null while it is not known yet.</summary>
internal delegate Task<HandInOutcome?> AskHandIn(
    string container, string blob, DateTimeOffset lastModified, ETag etag, CancellationToken cancellationToken);
