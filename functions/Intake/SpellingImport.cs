using System.Collections.Immutable;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Drafting;

namespace Dissemination.Intake;

/// <summary>Takes the province's own table of spellings in (<c>spelling/mong-rpa-chv.csv</c>), as a whole or not at all.</summary>
internal sealed class SpellingImport(SpellingStore spellings, TimeProvider time)
{
    public async Task<ImmutableArray<Problem>> TakeAsync(
        HandIn handIn, string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (path != $"spelling/{SpellingRows.File}")
        {
            return [new(nameof(ProblemTexts.SpellingFileUnknown), new(path), SpellingRows.File)];
        }

        var read = SpellingRows.Read(path, content.Span);
        if (read.IsValid)
        {
            await spellings.ReplaceAsync(
                content,
                handIn.Id,
                new("spelling", time.GetUtcNow(), handIn.Person?.Value ?? HistoryEntry.System, "spelling-replaced", Detail: path),
                cancellationToken);
        }

        return read.Problems;
    }
}
