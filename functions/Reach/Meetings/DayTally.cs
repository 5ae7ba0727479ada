using System.Collections.Immutable;

namespace Dissemination.Reach.Meetings;

/// <summary>The sums of a day of the whole campaign, commune by commune.</summary>
/// <param name="Communes">Those of which something was told, by their ids.</param>
internal sealed record DayTally(DateOnly Day, ImmutableArray<CommuneTally> Communes)
{
    public static DayTally Empty(DateOnly day) => new(day, []);

    /// <summary>With what was told of that day, or with <paramref name="sign"/> −1 without it again.</summary>
    public DayTally With(Told told, int sign)
    {
        var before = Communes.FirstOrDefault(tally => tally.Commune == told.Commune);
        var after = (before ?? new(told.Commune)).With(told, sign);
        return this with
        {
            Communes =
            [
                .. Communes.Where(tally => tally.Commune != told.Commune)
                    .Concat(after.IsEmpty ? [] : [after])
                    .OrderBy(tally => tally.Commune.Value, StringComparer.Ordinal),
            ],
        };
    }

    public bool Equals(DayTally? other) => other is not null && Day == other.Day && Communes.SequenceEqual(other.Communes);

    public override int GetHashCode() => HashCode.Combine(Day, Communes.Length);
}
