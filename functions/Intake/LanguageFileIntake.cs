using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>Takes the files about languages in: glossaries, memories and tables of spellings, each as a whole or not at all.</summary>
internal sealed class LanguageFileIntake(GlossaryImport glossaries, MemoryImport memories, SpellingImport spellings)
{
    /// <summary>Takes the whole file in place of what an earlier one of its name said, or nothing of it.</summary>
    /// <returns>What is wrong with it; nothing where it was taken.</returns>
    public Task<ImmutableArray<Problem>> TakeAsync(
        HandIn handIn, string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => HandedInFile.KindOf(path) switch
        {
            FileKind.Glossary => glossaries.TakeAsync(handIn, path, content, cancellationToken),
            FileKind.Memory => memories.TakeAsync(handIn, path, content, cancellationToken),
            FileKind.Spelling => spellings.TakeAsync(handIn, path, content, cancellationToken),
            var kind => throw new InvalidOperationException($"{kind} is no kind of file about languages."),
        };
}
