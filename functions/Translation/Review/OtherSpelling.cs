using System.Collections.Frozen;
using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Translation.Drafting;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Review;

/// <summary>The words of the same original in another spelling of the same language, as far as a person wrote or kept them there.</summary>
internal sealed record OtherSpelling(
    LanguageTag Language, SpellingDirection Direction, FrozenDictionary<(int First, int Count), string> Words)
{
    /// <summary>The language whose texts can be turned into that one; null where none can.</summary>
    public static LanguageTag? SourceOf(LanguageTag language) =>
        Languages.All.FirstOrDefault(other => other.Conversion?.To == language)?.Tag;

    public static OtherSpelling Of(LanguageTag language, LanguageTag to, ImmutableArray<PairedSegment> pieces) => new(
        language,
        Languages.Find(to)!.Detector is ScriptDetector.Rpa ? SpellingDirection.ToRpa : SpellingDirection.ToChv,
        pieces
            .Where(piece => piece.Segment is { IsOpen: false, IsWholePart: false, Count: > 0 })
            .ToFrozenDictionary(piece => (piece.First, piece.Segment.Count), piece => piece.Segment.Target!));

    /// <summary>What it says where a segment has no words yet; null where it says nothing for just that.</summary>
    public string? WordsFor(PairedSegment piece) =>
        piece.Segment.Target is null ? Words.GetValueOrDefault((piece.First, piece.Segment.Count)) : null;
}
