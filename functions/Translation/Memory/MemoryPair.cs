using System.Collections.Immutable;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Memory;

/// <summary>A segment of an original and its translation.</summary>
internal sealed record MemoryPair(string Source, string Target)
{
    /// <summary>
    /// What is worth remembering of a translation: segments that a person wrote or kept, each of them for one segment of the original.
    /// </summary>
    public static ImmutableArray<MemoryPair> Of(SegmentedText source, ImmutableArray<TranslatedSegment> segments)
    {
        var pairs = ImmutableArray.CreateBuilder<MemoryPair>();
        var originals = source.Segments.Select(segment => segment.Text).ToArray();
        var at = 0;
        foreach (var segment in segments)
        {
            if (segment is { Count: 1, IsOpen: false, IsWholePart: false } && at < originals.Length
                && !string.IsNullOrWhiteSpace(segment.Target))
            {
                pairs.Add(new(originals[at], segment.Target));
            }

            at += segment.Count;
        }

        return [.. pairs.Distinct()];
    }
}
