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
/// Fills in what has no words yet: the same words elsewhere in the text, then what was approved for the same words before, then a machine's draft where
/// one is configured for the language. All of it is open until a person has looked at it.
/// </summary>
internal sealed class SegmentFiller(Translations translations, Items items, MemoryCatalog memory, DraftTranslators drafts)
{
    public async Task<Result<Row<TranslatedVersion>>> FillAsync(TextId text, Person by, ETag read, CancellationToken cancellation)
    {
        if (await translations.FindAsync(text, cancellation) is not { Value: var translation }
            || await items.RevisionAsync(text.Item, text.Revision, cancellation) is not { } revision)
        {
            return new Problem(nameof(ProblemTexts.TranslationNotFound), null, text.ToString());
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
}
