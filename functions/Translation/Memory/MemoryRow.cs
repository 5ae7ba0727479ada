using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Memory;

/// <summary>What an approval added to the memory, as it is stored. Without pairs, it was taken back.</summary>
internal sealed record MemoryRow(VersionId Version, ImmutableArray<MemoryPair> Pairs, PersonId? By, DateTimeOffset At);
