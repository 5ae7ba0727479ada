using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Content;

/// <summary>What Content must know of Translation when a file about languages is handed in (a glossary, a memory, a table of spellings): who takes it.</summary>
internal interface ILanguageFileIntake
{
    FileKind Kind { get; }

    /// <summary>Takes the whole file in place of what an earlier one of its name said, or nothing of it.</summary>
    /// <returns>What is wrong with it; nothing where it was taken.</returns>
    Task<ImmutableArray<Problem>> TakeAsync(HandIn handIn, string path, ReadOnlyMemory<byte> content, CancellationToken cancellation);
}
