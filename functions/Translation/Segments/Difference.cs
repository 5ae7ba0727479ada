using System.Collections.Immutable;
using Dissemination.Translation.Checks;

namespace Dissemination.Translation.Segments;

/// <summary>What two lists of segments have in common.</summary>
internal static class Difference
{
    /// <summary>More pairs than these are not compared one with one another: the middle then counts as changed.</summary>
    private const int MostPairs = 4_000_000;

    /// <summary>For each segment that stays, by its place now, its place before: the longest run in order.</summary>
    /// <remarks>Words whose tone marks are placed otherwise stay: a reader sees no change in them.</remarks>
    public static Dictionary<int, int> Kept(ImmutableArray<string> before, ImmutableArray<string> now) =>
        Same([.. before.Select(TonePlacement.Unified)], [.. now.Select(TonePlacement.Unified)]);

    private static Dictionary<int, int> Same(ImmutableArray<string> before, ImmutableArray<string> now)
    {
        Dictionary<int, int> kept = [];
        var start = 0;
        while (start < before.Length && start < now.Length && before[start] == now[start])
        {
            kept[start] = start++;
        }

        var (endBefore, endNow) = (before.Length, now.Length);
        while (endBefore > start && endNow > start && before[endBefore - 1] == now[endNow - 1])
        {
            kept[--endNow] = --endBefore;
        }

        var (rows, columns) = (endBefore - start, endNow - start);
        if (rows == 0 || columns == 0 || (long)rows * columns > MostPairs)
        {
            return kept;
        }

        var longest = new int[rows + 1, columns + 1];
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                longest[row, column] = before[start + row] == now[start + column]
                    ? longest[row + 1, column + 1] + 1
                    : Math.Max(longest[row + 1, column], longest[row, column + 1]);
            }
        }

        for (var (row, column) = (0, 0); row < rows && column < columns;)
        {
            if (before[start + row] == now[start + column])
            {
                kept[start + column++] = start + row++;
            }
            else if (longest[row + 1, column] >= longest[row, column + 1])
            {
                row++;
            }
            else
            {
                column++;
            }
        }

        return kept;
    }

    /// <summary>For each segment that is new, by its place now, the one that stood there before: the first for the first between two that stay.</summary>
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
