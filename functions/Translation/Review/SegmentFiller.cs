using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Drafting;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Segments;
using ETag = Azure.ETag;

namespace Dissemination.Translation.Review;

/// <summary>
/// Fills in what has no words yet: the same words elsewhere in the text, then what was approved for the same words before, then what the item says in the
/// language's other spelling, then a machine's draft where one is configured for the language. All of it is open until a person has looked at it.
/// </summary>
internal sealed class SegmentFiller(
    Translations translations,
    Items items,
    DirectoryStore directories,
    MemoryCatalog memory,
    OtherSpellings otherSpellings,
    SpellingStore spellings,
    DraftTranslators drafts)
{
    public async Task<Result<Row<TranslatedVersion>>> FillAsync(TextId text, Person by, ETag read, CancellationToken cancellation)
    {
        if (await translations.FindAsync(text, cancellation) is not { Value: var translation } row
            || await items.RevisionAsync(text.Item, text.Revision, cancellation) is not { } revision)
        {
            return new Problem(nameof(ProblemTexts.TranslationNotFound), null, text.ToString());
        }

        // Looked at again with the change; a machine that costs money is not asked in vain.
        if (TranslationAccess.Check(by, text, revision.Content, await directories.CurrentAsync(cancellation)) is { } refusal)
        {
            return refusal;
        }

        if (read != ETag.All && read != row.ETag)
        {
            return new Problem(nameof(ProblemTexts.ChangedMeanwhile));
        }

        var source = SegmentedText.Of(revision.Content.Text);
        var pieces = PairedSegment.Of(source, Repetitions.Fill(source, translation.Segments));
        Dictionary<int, TranslatedSegment> found = pieces.Where(piece => piece.Segment.Target is not null).ToDictionary(piece => piece.Place, piece => piece.Segment);
        foreach (var piece in pieces.Where(piece => piece.Segment.Target is null))
        {
            if ((await memory.FindAsync(text.Language, piece.Source, cancellation)).FirstOrDefault() is { Percent: >= MemoryMatch.NearlyExact } match)
            {
                found[piece.Place] = piece.Segment with { Target = match.Target, Mark = SegmentMark.FromMemory };
            }
        }

        foreach (var converted in await ConvertAsync(text.Version, source, [.. pieces.Where(piece => !found.ContainsKey(piece.Place))], cancellation))
        {
            found[converted.Key] = converted.Value;
        }

        if (drafts.Find(text.Language) is { } machine && pieces.Where(piece => !found.ContainsKey(piece.Place)).ToList() is { Count: > 0 } rest)
        {
            var drafted = await machine.TranslateAsync([.. rest.Select(piece => piece.Source)], text.Language, cancellation);
            if (!drafted.IsDone)
            {
                return drafted.Problem;
            }

            foreach (var (piece, words) in rest.Zip(drafted.Value.Texts))
            {
                found[piece.Place] = piece.Segment with { Target = words, Mark = SegmentMark.MachineDraft };
            }
        }

        return await translations.FillAsync(text, found, by, read, cancellation);
    }

    private async Task<Dictionary<int, TranslatedSegment>> ConvertAsync(VersionId version, SegmentedText source, IReadOnlyList<PairedSegment> empty, CancellationToken cancellation)
    {
        Dictionary<int, TranslatedSegment> found = [];
        if (empty.Count == 0 || await otherSpellings.FindAsync(version, source, cancellation) is not { } other)
        {
            return found;
        }

        var converter = (await spellings.CurrentAsync(cancellation)).Converter;
        foreach (var piece in empty)
        {
            if (other.WordsFor(piece) is { } words)
            {
                var (converted, doubts) = converter.Convert(words, other.Direction, piece.Source);
                found[piece.Place] = piece.Segment with { Target = converted, Mark = SegmentMark.Converted, Doubts = doubts.IsEmpty ? null : doubts };
            }
        }

        return found;
    }
}
