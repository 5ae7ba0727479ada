using System.Collections.Immutable;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Waiting;

/// <summary>What one page of a commune's list shows: pure functions.</summary>
internal static class WaitingPage
{
    /// <summary>The most deliveries on a page, as many as one act takes.</summary>
    public const int Size = DeliveryCommands.AtOnce;

    /// <summary>How many rows one query names: Azure Tables takes 15 comparisons.</summary>
    public const int MostNamed = 12;

    /// <summary>The most rows that a page looks into where not all that they hold is wanted: three queries.</summary>
    private const int MostSought = 3 * MostNamed;

    /// <summary>About how many deliveries it reads at most, to show those of one channel.</summary>
    private const int MostRead = 2_000;

    /// <summary>
    /// The rows that a page looks into: those behind a position that hold what is wanted, until it is full; and where the next page goes on
    /// if all of them is shown, or null where nothing is behind them.
    /// </summary>
    public static (ImmutableArray<Row<WaitingHead>> Rows, string? End) Pick(WaitingHeads heads, WaitingFilter wanted, string? after)
    {
        var picked = ImmutableArray.CreateBuilder<Row<WaitingHead>>();
        var (found, read, most) = (0, 0, wanted == WaitingFilter.All ? Size : MostSought);
        foreach (var head in heads.Rows.Where(
            head => wanted.CountIn(head.Value) > 0 && !IsShown(WaitingPosition.Behind(head), after)))
        {
            if (picked.Count == most || found >= Size || read >= MostRead)
            {
                return (picked.ToImmutable(), WaitingPosition.Behind(picked[^1]));
            }

            picked.Add(head);

            // Of the row within which the page before ended, nobody knows how many are left.
            found += WaitingPosition.IsWithin(head, after) ? 0 : wanted.CountIn(head.Value);
            read += head.Value.All;
        }

        return (picked.ToImmutable(), heads.AndMore ? WaitingPosition.Behind(heads.Rows[^1]) : null);
    }

    /// <param name="rows">Those that were picked, as they stand now.</param>
    /// <param name="end">Where the next page goes on if all of them is shown.</param>
    public static (IReadOnlyList<Row<WorklistEntry>> Entries, string? Next) Of(
        IEnumerable<Row<WaitingRow>> rows, WaitingFilter wanted, string? after, string? end)
    {
        var found = rows
            .SelectMany(row => row.Value.Entries.Select(entry => new Row<WorklistEntry>(row.PartitionKey, row.RowKey, entry, row.ETag)))
            .Where(entry => wanted.Takes(entry.Value))
            .Select(entry => (Entry: entry, At: WaitingPosition.Of(entry)))
            .Where(entry => !IsShown(entry.At, after))
            .OrderBy(entry => entry.At, StringComparer.Ordinal)
            .Take(Size + 1)
            .ToList();
        return ([.. found.Take(Size).Select(entry => entry.Entry)], found.Count > Size ? found[Size - 1].At : end);
    }

    private static bool IsShown(string at, string? after) => after is not null && string.CompareOrdinal(at, after) <= 0;
}
