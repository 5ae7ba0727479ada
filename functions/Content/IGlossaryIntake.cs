using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Content;

/// <summary>What Content must know of Translation when a glossary is handed in: who takes it.</summary>
internal interface IGlossaryIntake
{
    /// <summary>Takes the whole file in place of its language's glossary, or nothing of it.</summary>
    /// <returns>What is wrong with it; nothing where it was taken.</returns>
    Task<ImmutableArray<Problem>> TakeAsync(HandIn handIn, string path, ReadOnlyMemory<byte> content, CancellationToken cancellation);
}
