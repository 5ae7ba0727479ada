using Azure;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>One version of the accepted directory.</summary>
/// <param name="Origin">The line of the record that belongs to it.</param>
/// <param name="ETag">Null where there is no directory yet.</param>
internal sealed record DirectoryVersion(DirectorySnapshot Snapshot, HistoryEntry? Origin, ETag? ETag);
