using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Translation.Drafting;

/// <summary>Takes the province's own table of spellings in (<c>spelling/mong-rpa-chv.csv</c>), as a whole or not at all.</summary>
internal sealed class SpellingImport(SpellingStore spellings, TimeProvider time) : ILanguageFileIntake
{
    public FileKind Kind => FileKind.Spelling;

    public async Task<ImmutableArray<Problem>> TakeAsync(HandIn handIn, string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (path != $"spelling/{SpellingRows.File}")
        {
            return [new(nameof(ProblemTexts.SpellingFileUnknown), new(path), SpellingRows.File)];
        }

        var read = SpellingRows.Read(path, content.Span);
        if (read.IsValid)
        {
            await spellings.ReplaceAsync(content, handIn.Id, new("spelling", time.GetUtcNow(), handIn.Person?.Value ?? HistoryEntry.System, "spelling-replaced", Detail: path), cancellation);
        }

        return read.Problems;
    }
}
