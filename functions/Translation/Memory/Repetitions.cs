using System.Collections.Immutable;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Memory;

/// <summary>
/// The same words in one text are translated once: where they come again, what was written for them is filled in, to be looked at.
/// </summary>
internal static class Repetitions
{
    public static ImmutableArray<TranslatedSegment> Fill(SegmentedText source, ImmutableArray<TranslatedSegment> segments)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in MemoryPair.Of(source, segments))
        {
            written.TryAdd(TonePlacement.Unified(pair.Source.Normalize()), pair.Target);
        }

        var originals = source.Segments.Select(segment => segment.Text).ToArray();
        var filled = ImmutableArray.CreateBuilder<TranslatedSegment>(segments.Length);
        var at = 0;
        foreach (var segment in segments)
        {
            filled.Add(
                segment is { Count: 1, Target: null } && at < originals.Length
                    && written.TryGetValue(TonePlacement.Unified(originals[at].Normalize()), out var target)
                    ? segment with { Target = target, Mark = SegmentMark.FromMemory }
                    : segment);
            at += segment.Count;
        }

        return filled.MoveToImmutable();
    }
}
