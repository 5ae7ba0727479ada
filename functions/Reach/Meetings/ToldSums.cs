using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Reach.Meetings;

/// <summary>Sums by commune and by day: a pure function of what was told and of the sums before.</summary>
internal sealed record ToldSums(ImmutableDictionary<CommuneId, CommuneTally> Totals, ImmutableDictionary<DateOnly, DayTally> Days)
{
    public static readonly ToldSums Empty = new([], []);

    /// <summary>The sums of all that stands, from nothing.</summary>
    public static ToldSums Of(IEnumerable<ToldRecord> records) =>
        records.Where(record => !record.IsWithdrawn).Aggregate(Empty, (sums, record) => sums.With(record.Told, +1));

    /// <summary>The sums after a record took the place of another, or came.</summary>
    public ToldSums After(ToldRecord? before, ToldRecord after)
    {
        var without = before is { IsWithdrawn: false } ? With(before.Told, -1) : this;
        return after.IsWithdrawn ? without : without.With(after.Told, +1);
    }

    private ToldSums With(Told told, int sign) => new(
        Totals.SetItem(told.Commune, Totals.GetValueOrDefault(told.Commune, new(told.Commune)).With(told, sign)),
        Days.SetItem(told.Day, Days.GetValueOrDefault(told.Day, DayTally.Empty(told.Day)).With(told, sign)));
}
