using System.Collections.Immutable;

namespace Dissemination.Translation.Segments;

/// <summary>A segment of a translation beside the words of the original that it stands for.</summary>
/// <param name="Place">Its place among the segments of the translation, from 0.</param>
/// <param name="First">The place of the first of its segments of the original.</param>
/// <param name="Source">Several segments of the original with a space between; empty where it has no such part.</param>
internal sealed record PairedSegment(int Place, int First, TranslatedSegment Segment, string Source)
{
    public static ImmutableArray<PairedSegment> Of(SegmentedText source, ImmutableArray<TranslatedSegment> segments)
    {
        var sources = source.Segments.Select(segment => segment.Text).ToList();
        var paired = ImmutableArray.CreateBuilder<PairedSegment>(segments.Length);
        var first = 0;
        foreach (var segment in segments)
        {
            paired.Add(new(paired.Count, first, segment, string.Join(' ', sources.Skip(first).Take(segment.Count))));
            first += segment.Count;
        }

        return paired.MoveToImmutable();
    }
}
