using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Memory;

/// <summary>What an approval or a file added to the memory, as it is stored. Without pairs, it was taken back.</summary>
/// <param name="Version">The version that was approved; null where a file was taken in.</param>
/// <param name="By">Who approved it, or handed the file in.</param>
internal sealed record MemoryRow(
    VersionId? Version, ImmutableArray<MemoryPair> Pairs, PersonId? By, DateTimeOffset At, MemoryFile? File = null)
{
    public MemoryOrigin OriginIn(LanguageTag language) => new(language, Version, File);
}
