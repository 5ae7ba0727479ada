using System.Collections.Immutable;
using Dissemination.Translation;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Review;
using Dissemination.Translation.Segments;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A segment with all that its reader needs to check it.</summary>
/// <param name="Place">Its place among the segments of the translation, from 0.</param>
/// <param name="Source">The words of the original; empty where it has no such part.</param>
/// <param name="Terms">The terms of the glossary in the original's words.</param>
/// <param name="Before">What the original said before, where the segment needs an edit because of that.</param>
internal sealed record SegmentView(
    int Place,
    TranslatedSegment Segment,
    string Source,
    string? Before,
    ImmutableArray<FindingView> Findings,
    ImmutableArray<Comment> Comments,
    ImmutableArray<TermMatch> Terms)
{
    /// <summary>What was approved for words that are like these, if the segment is open and there is some.</summary>
    public MemoryMatch? Like { get; init; }

    /// <summary>The segments of a translation, and what was found or said of all of it.</summary>
    /// <param name="before">The words of the original before; null where they did not change.</param>
    public static ImmutableArray<SegmentView> Of(
        TranslatedVersion translation,
        SegmentedText source,
        SegmentedText? before,
        Remarks remarks,
        TermMatcher terms)
    {
        var places = Alignment.Places(source, translation.Segments);
        var earlier = before is null ? [] : Earlier(before, source);
        return
        [
            .. PairedSegment.Of(source, translation.Segments).Select(piece => new SegmentView(
                piece.Place,
                piece.Segment,
                piece.Source,
                piece.Segment.Mark is SegmentMark.NeedsEdit ? earlier.GetValueOrDefault(piece.First) ?? "" : null,
                [.. remarks.Findings.Where(found => IsOf(found.Finding, piece.Segment, places[piece.Place]))],
                [.. remarks.Comments.Where(comment => comment.Segment == piece.Place + 1)],
                terms.Find(piece.Source))),
        ];
    }

    /// <summary>Whether a finding is about a place within one segment.</summary>
    private static bool IsOf(Finding finding, TranslatedSegment segment, int at) =>
        finding.Length > 0 && finding.Part == segment.Part && finding.Offset >= at && finding.Offset < at + (segment.Target?.Length ?? 0);

    /// <summary>By the place of a changed segment of the original, what stood there before.</summary>
    private static Dictionary<int, string> Earlier(SegmentedText before, SegmentedText now)
    {
        Dictionary<int, string> earlier = [];
        var first = 0;
        foreach (var part in now.Parts)
        {
            var old = before.Find(part.Part)?.Segments ?? [];
            foreach (var (index, place) in Difference.Replaced(Difference.Kept(old, part.Segments), old.Length, part.Segments.Length))
            {
                earlier[first + index] = old[place];
            }

            first += part.Segments.Length;
        }

        return earlier;
    }
}
