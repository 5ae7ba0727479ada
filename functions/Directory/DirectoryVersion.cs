using Azure;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>One version of the accepted directory.</summary>
/// <param name="Origin">The line of the record that belongs to it.</param>
/// <param name="Hash">Of its stored form; null where there is no directory yet.</param>
/// <param name="Sources">The versions of the files that it was made of.</param>
/// <param name="ETag">Null where there is no directory yet.</param>
internal sealed record DirectoryVersion(DirectorySnapshot Snapshot, HistoryEntry? Origin, string? Hash, string? Sources, ETag? ETag);
