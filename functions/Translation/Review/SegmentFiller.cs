using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Drafting;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Segments;
using ETag = Azure.ETag;

namespace Dissemination.Translation.Review;

/// <summary>
/// Fills in what has no words yet: the same words elsewhere in the text, then what was approved for the same words before, then what the
/// item says in the
/// language's other spelling, then a machine's draft where one is configured for the language. All of it is open until a person has looked
/// at it.
/// </summary>
internal sealed class SegmentFiller(
    TranslationService translations,
    ItemReader items,
    DirectoryStore directories,
    MemoryStore memory,
    OtherSpellingReader otherSpellings,
    SpellingStore spellings,
    DraftTranslators drafts)
{
    /// <summary>What can be filled in is, whether a machine that is asked for the rest answers or not.</summary>
    public async Task<Result<FilledTranslation>> FillAsync(TextId text, Person by, ETag read, CancellationToken cancellationToken)
    {
        if (await translations.FindAsync(text, cancellationToken) is not { Value: var translation } row
            || await items.RevisionAsync(text.Item, text.Revision, cancellationToken) is not { } revision)
        {
            return new Problem(nameof(ProblemTexts.TranslationNotFound), null, text.ToString());
        }

        // Looked at again with the change; a machine that costs money is not asked in vain.
        if (TranslationAccess.Check(by, text, revision.Content, await directories.CurrentAsync(cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        if (read != ETag.All && read != row.ETag)
        {
            return new Problem(nameof(ProblemTexts.ChangedMeanwhile));
        }

        var source = SegmentedText.Of(revision.Content.Text);
        var pieces = PairedSegment.Of(source, Repetitions.Fill(source, translation.Segments));
        var found = pieces.Where(piece => piece.Segment.Target is not null).ToDictionary(piece => piece.Place, piece => piece.Segment);
        await RememberAsync(text.Language, Empty(), found, cancellationToken);
        foreach (var converted in await ConvertAsync(text.Version, source, Empty(), cancellationToken))
        {
            found[converted.Key] = converted.Value;
        }

        var missed = await DraftAsync(text.Language, Empty(), found, cancellationToken);
        var filled = await translations.FillAsync(text, found, by, read, cancellationToken);
        return filled.IsDone ? new FilledTranslation(filled.Value, missed)
            : missed is not null && filled.Problem.Code is nameof(ProblemTexts.NothingToFillIn) ? missed
            : filled.Problem;

        List<PairedSegment> Empty() => [.. pieces.Where(piece => !found.ContainsKey(piece.Place))];
    }

    private async Task RememberAsync(
        LanguageTag language, List<PairedSegment> empty, Dictionary<int, TranslatedSegment> found, CancellationToken cancellationToken)
    {
        foreach (var piece in empty)
        {
            if ((await memory.FindAsync(language, piece.Source, cancellationToken))
                .FirstOrDefault() is { Percent: >= MemoryMatch.NearlyExact } match)
            {
                found[piece.Place] = piece.Segment with { Target = match.Target, Mark = SegmentMark.FromMemory };
            }
        }
    }

    /// <returns>Why the machine could not; null where it did, or there is none for the language.</returns>
    private async Task<Problem?> DraftAsync(
        LanguageTag language, List<PairedSegment> empty, Dictionary<int, TranslatedSegment> found, CancellationToken cancellationToken)
    {
        if (empty is [] || drafts.Find(language) is not { } machine)
        {
            return null;
        }

        var drafted = await machine.TranslateAsync([.. empty.Select(piece => piece.Source)], language, cancellationToken);
        if (!drafted.IsDone)
        {
            return drafted.Problem;
        }

        foreach (var (piece, words) in empty.Zip(drafted.Value.Texts))
        {
            found[piece.Place] = piece.Segment with { Target = words, Mark = SegmentMark.MachineDraft };
        }

        return null;
    }

    private async Task<Dictionary<int, TranslatedSegment>> ConvertAsync(
        VersionId version, SegmentedText source, List<PairedSegment> empty, CancellationToken cancellationToken)
    {
        Dictionary<int, TranslatedSegment> found = [];
        if (empty.Count == 0 || await otherSpellings.FindAsync(version, source, cancellationToken) is not { } other)
        {
            return found;
        }

        var converter = (await spellings.CurrentAsync(cancellationToken)).Converter;
        foreach (var piece in empty)
        {
            if (other.WordsFor(piece) is { } words)
            {
                var (converted, doubts) = converter.Convert(words, other.Direction, piece.Source);
                found[piece.Place] = piece.Segment with
                {
                    Target = converted,
                    Mark = SegmentMark.Converted,
                    Doubts = doubts.IsEmpty ? null : doubts,
                };
            }
        }

        return found;
    }
}
