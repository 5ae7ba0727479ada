using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Dissemination.Translation.Segments;

/// <summary>What two lists of segments have in common.</summary>
internal static class Difference
{
    /// <summary>For each segment that stays, by its place now, its place before: as many as can stay in order.</summary>
    /// <remarks>Words whose tone marks are placed otherwise stay: a reader sees no change in them.</remarks>
    public static Dictionary<int, int> Kept(ImmutableArray<string> before, ImmutableArray<string> now)
    {
        Dictionary<int, int> kept = [];
        var (old, index) = (0, 0);
        foreach (var change in Changes(before, now))
        {
            while (index < change.InsertStartB)
            {
                kept[index++] = old++;
            }

            (old, index) = (old + change.DeleteCountA, index + change.InsertCountB);
        }

        while (index < now.Length)
        {
            kept[index++] = old++;
        }

        return kept;
    }

    // The library takes two texts and cuts them. These are cut, so it gets the name of each and is told its pieces.
    private static IList<DiffBlock> Changes(ImmutableArray<string> before, ImmutableArray<string> now)
    {
        string[] old = [.. before.Select(TonePlacement.Unified)];
        string[] words = [.. now.Select(TonePlacement.Unified)];
        var pieces = new CustomFunctionChunker(name => name == nameof(before) ? old : words);
        return Differ.Instance.CreateDiffs(nameof(before), nameof(now), ignoreWhiteSpace: false, ignoreCase: false, pieces).DiffBlocks;
    }

    /// <summary>
    /// For each segment that is new, by its place now, the one that stood there before: the first for the first between two that stay.
    /// </summary>
    public static Dictionary<int, int> Replaced(Dictionary<int, int> kept, int before, int now)
    {
        Dictionary<int, int> replaced = [];
        var (old, index) = (0, 0);
        while (index < now)
        {
            if (kept.TryGetValue(index, out var same))
            {
                old = same + 1;
                index++;
                continue;
            }

            var until = Enumerable.Range(index, now - index).FirstOrDefault(kept.ContainsKey, now);
            var oldUntil = until < now ? kept[until] : before;
            for (; index < until; index++, old++)
            {
                if (old < oldUntil)
                {
                    replaced[index] = old;
                }
            }
        }

        return replaced;
    }
}
