using System.Collections.Immutable;

namespace Dissemination.Translation.Memory;

/// <summary>Where the rows of a version or of a file lie, and what they say.</summary>
/// <param name="Stamp">The time in their keys; always later than that of the rows before them.</param>
/// <param name="Hash">By which the same pairs are not stored again; null where they were taken back.</param>
/// <param name="File">The file, where it is one.</param>
internal sealed record MemoryManifest(DateTimeOffset Stamp, ImmutableArray<string> Rows, string? Hash, MemoryFile? File = null);
