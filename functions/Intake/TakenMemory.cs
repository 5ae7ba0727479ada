using System.Collections.Immutable;
using Dissemination.Problems;
using Dissemination.Translation.Memory;

namespace Dissemination.Intake;

/// <summary>What became of a file for the memory.</summary>
/// <param name="IsNew">False where the memory had just that already, so that nothing changed.</param>
/// <param name="LeftOut">What was not taken of it, and why.</param>
internal sealed record TakenMemory(MemoryFile File, bool IsNew, ImmutableArray<Problem> LeftOut);
