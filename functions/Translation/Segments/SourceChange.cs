using System.Collections.Immutable;

namespace Dissemination.Translation.Segments;

/// <summary>
/// What becomes of a translation when its original changes: what still says the same keeps its words, and just what changed needs an edit.
/// </summary>
internal static class SourceChange
{
    public static ImmutableArray<TranslatedSegment> CarryOver(
        SegmentedText before, SegmentedText now, ImmutableArray<TranslatedSegment> translated) =>
        [.. Enum.GetValues<TextPart>()
            .SelectMany(part => PartOf(part, before.Find(part), now.Find(part), [.. translated.Where(segment => segment.Part == part)]))];

    /// <summary>Which segments of the original are new or changed, by their place among all of them.</summary>
    public static ImmutableArray<bool> Changed(SegmentedText before, SegmentedText now) =>
    [
        .. now.Parts.SelectMany(part =>
        {
            var kept = Difference.Kept(before.Find(part.Part)?.Segments ?? [], part.Segments);
            return part.Segments.Select((_, index) => !kept.ContainsKey(index));
        }),
    ];

    private static IEnumerable<TranslatedSegment> PartOf(
        TextPart part, SegmentedPart? before, SegmentedPart? now, ImmutableArray<TranslatedSegment> translated)
    {
        if (now is null)
        {
            return [];
        }

        if (before is null || translated.Any(segment => segment.IsWholePart))
        {
            // Built otherwise than its original: nobody but a person can say what of it still holds.
            return translated is [{ IsWholePart: true } whole]
                ? [whole with
                {
                    Count = now.Segments.Length,
                    Mark = before is not null && IsSame(before, now) ? whole.Mark : SegmentMark.NeedsEdit,
                }]
                : now.Segments.Select(_ => new TranslatedSegment(part, 1, Target: null));
        }

        return Merge(part, before, now, translated);
    }

    /// <summary>A whole part holds what stands between its segments too, such as the numbers of a list.</summary>
    private static bool IsSame(SegmentedPart before, SegmentedPart now) =>
        Difference.Kept(before.Segments, now.Segments).Count == Math.Max(before.Segments.Length, now.Segments.Length)
        && before.Gaps.SequenceEqual(now.Gaps, StringComparer.Ordinal);

    private static List<TranslatedSegment> Merge(
        TextPart part, SegmentedPart before, SegmentedPart now, ImmutableArray<TranslatedSegment> translated)
    {
        var kept = Difference.Kept(before.Segments, now.Segments);
        var replaced = Difference.Replaced(kept, before.Segments.Length, now.Segments.Length);
        var starts = StartsOf(translated);
        List<TranslatedSegment> carried = [];
        for (var index = 0; index < now.Segments.Length; index++)
        {
            if (kept.TryGetValue(index, out var old) && starts.TryGetValue(old, out var whole) && IsKept(kept, index, old, whole.Count)
                && IsOneBlock(now, index, whole.Count))
            {
                carried.Add(whole);
                index += whole.Count - 1;
            }
            else
            {
                var words = (kept.TryGetValue(index, out var same) ? same : replaced.GetValueOrDefault(index, -1)) is >= 0 and var from
                    && starts.TryGetValue(from, out var one) ? one.Target : null;
                carried.Add(new(part, 1, words, words is null ? SegmentMark.None : SegmentMark.NeedsEdit));
            }
        }

        return carried;
    }

    private static Dictionary<int, TranslatedSegment> StartsOf(ImmutableArray<TranslatedSegment> translated)
    {
        Dictionary<int, TranslatedSegment> starts = [];
        var at = 0;
        foreach (var segment in translated)
        {
            starts[at] = segment;
            at += segment.Count;
        }

        return starts;
    }

    private static bool IsKept(Dictionary<int, int> kept, int index, int old, int count) =>
        Enumerable.Range(0, count).All(step => kept.TryGetValue(index + step, out var at) && at == old + step);

    /// <summary>Words that run together must still do so.</summary>
    private static bool IsOneBlock(SegmentedPart part, int first, int count)
    {
        var begin = 0;
        foreach (var length in part.Blocks)
        {
            if (first < begin + length)
            {
                return first + count <= begin + length;
            }

            begin += length;
        }

        return false;
    }
}
