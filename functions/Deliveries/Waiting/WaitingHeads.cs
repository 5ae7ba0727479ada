using System.Collections.Immutable;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Waiting;

/// <summary>What waits in a commune, the oldest first, without the single deliveries.</summary>
/// <param name="AndMore">Whether there may be more behind these.</param>
internal sealed record WaitingHeads(ImmutableArray<Row<WaitingHead>> Rows, bool AndMore)
{
    /// <summary>How many deliveries these are.</summary>
    public int Open => Rows.Sum(row => row.Value.All);

    /// <summary>Of a commune and of those that became part of it, each of which was read by itself.</summary>
    public static WaitingHeads Of(IReadOnlyCollection<(IReadOnlyList<Row<WaitingHead>> Rows, bool AndMore)> read)
    {
        // Behind the last that was read of one, something of it is missing.
        var cut = read.Where(part => part.AndMore).Select(part => WaitingPosition.Of(part.Rows[^1])).Min(StringComparer.Ordinal);
        var rows =
            from row in read.SelectMany(part => part.Rows)
            let at = WaitingPosition.Of(row)
            where cut is null || string.CompareOrdinal(at, cut) <= 0
            select (row, at);
        return new([.. rows.OrderBy(one => one.at, StringComparer.Ordinal).Select(one => one.row)], cut is not null);
    }
}
