using System.Collections.Immutable;
using Dissemination.Content;

namespace Dissemination.Translation.Segments;

/// <summary>
/// Which segment of a translation belongs to which of its original: sentence by sentence where a block has as many, else the block as one,
/// else the whole part. <see cref="Compose"/> of what <see cref="Of"/> finds is the translation again, letter by letter.
/// </summary>
internal static class Alignment
{
    /// <summary>Nothing is translated yet.</summary>
    public static ImmutableArray<TranslatedSegment> Empty(SegmentedText source) =>
        [.. source.Segments.Select(segment => new TranslatedSegment(segment.Part, 1, Target: null))];

    public static ImmutableArray<TranslatedSegment> Of(SegmentedText source, VersionText target)
    {
        var translated = SegmentedText.Of(target);
        return
        [
            .. Enum.GetValues<TextPart>().SelectMany(
                part => part is TextPart.Pictures && source.Find(part) is { } pictures && LinesIn(pictures, target.Pictures) is { } lines
                    ? LinesOf(pictures, lines)
                    : PartOf(part, source.Find(part), translated.Find(part))),
        ];
    }

    /// <summary>The words that segments make, with the line ends and marks of the original.</summary>
    public static VersionText Compose(SegmentedText source, ImmutableArray<TranslatedSegment> segments) =>
        new(ComposePart(TextPart.Title, source, segments), ComposePart(
            TextPart.Summary, source, segments), ComposePart(TextPart.Body, source, segments) ?? "")
        {
            Pictures = ComposePart(TextPart.Pictures, source, segments),
        };

    /// <summary>Where each segment's words begin in its part of the composed text.</summary>
    public static ImmutableArray<int> Places(SegmentedText source, ImmutableArray<TranslatedSegment> segments)
    {
        var places = ImmutableArray.CreateBuilder<int>(segments.Length);
        var (at, gap) = (0, 0);
        for (var index = 0; index < segments.Length; index++)
        {
            var segment = segments[index];
            if (index == 0 || segments[index - 1].Part != segment.Part)
            {
                (at, gap) = (0, 0);
            }

            var before = segment.IsWholePart || source.Find(segment.Part) is not { } part ? "" : part.Gaps[gap];
            places.Add(at + before.Length);
            at += before.Length + (segment.Target?.Length ?? 0);
            gap += segment.Count;
        }

        return places.MoveToImmutable();
    }

    /// <returns>The lines of a translation that has as many as its original; null where it is built otherwise.</returns>
    private static string[]? LinesIn(SegmentedPart source, string? words) =>
        words?.Split('\n') is { } lines && lines.Length == source.Blocks.Length && Array.TrueForAll(lines, line => line == line.Trim())
            ? lines
            : null;

    /// <summary>The words of pictures: a line that nobody translated yet stays open, and moves none of the others.</summary>
    private static IEnumerable<TranslatedSegment> LinesOf(SegmentedPart source, string[] lines)
    {
        var from = 0;
        foreach (var (line, count) in lines.Zip(source.Blocks))
        {
            var own = source with
            {
                Segments = source.Segments[from..(from + count)],
                Gaps = ["", .. source.Gaps[(from + 1)..(from + count)], ""],
                Blocks = [count],
            };
            foreach (var segment in line.Length == 0
                ? [new(source.Part, count, Target: null)]
                : PartOf(source.Part, own, SegmentedPart.Of(source.Part, line)))
            {
                yield return segment;
            }

            from += count;
        }
    }

    private static IEnumerable<TranslatedSegment> PartOf(TextPart part, SegmentedPart? source, SegmentedPart? target)
    {
        if (source is null || target is null)
        {
            return source is not null ? source.Segments.Select(_ => new TranslatedSegment(part, 1, Target: null))
                : target is not null ? [new(part, 0, Whole(target), IsWholePart: true)]
                : [];
        }

        if (source.Blocks.Length != target.Blocks.Length || !SameAround(source, target))
        {
            return [new(part, source.Segments.Length, Whole(target), IsWholePart: true)];
        }

        List<TranslatedSegment> found = [];
        var (from, to) = (0, 0);
        foreach (var (sources, targets) in source.Blocks.Zip(target.Blocks))
        {
            var words = target.Segments.AsSpan(to, targets);
            if (sources == targets && source.Gaps.AsSpan(from + 1, sources - 1).SequenceEqual(target.Gaps.AsSpan(to + 1, targets - 1)))
            {
                foreach (var word in words)
                {
                    found.Add(new(part, 1, word));
                }
            }
            else
            {
                found.Add(new(part, sources, Run(target, to, targets)));
            }

            (from, to) = (from + sources, to + targets);
        }

        return found;
    }

    /// <summary>Whether the same stands before, between and after the blocks.</summary>
    private static bool SameAround(SegmentedPart source, SegmentedPart target)
    {
        var (from, to) = (0, 0);
        foreach (var (sources, targets) in source.Blocks.Zip(target.Blocks))
        {
            if (source.Gaps[from] != target.Gaps[to])
            {
                return false;
            }

            (from, to) = (from + sources, to + targets);
        }

        return source.Gaps[^1] == target.Gaps[^1];
    }

    private static string? ComposePart(TextPart part, SegmentedText source, ImmutableArray<TranslatedSegment> segments)
    {
        var own = segments.Where(segment => segment.Part == part).ToList();
        if (own.TrueForAll(segment => segment.Target is null))
        {
            return null;
        }

        if (own is [{ IsWholePart: true, Target: { } whole }] || source.Find(part) is not { } original)
        {
            return own[0].Target;
        }

        List<string> words = [];
        var at = 0;
        foreach (var segment in own)
        {
            words.Add(original.Gaps[at]);
            words.Add(segment.Target ?? "");
            at += segment.Count;
        }

        words.Add(original.Gaps[^1]);
        return string.Concat(words);
    }

    private static string Whole(SegmentedPart part) =>
        part.Gaps[0] + Run(part, 0, part.Segments.Length) + (part.Segments.IsEmpty ? "" : part.Gaps[^1]);

    /// <summary>Segments that stand one after the other, with what is between them.</summary>
    private static string Run(SegmentedPart part, int first, int count) =>
        string.Concat(Enumerable.Range(first, count).Select(index => (index == first ? "" : part.Gaps[index]) + part.Segments[index]));
}
