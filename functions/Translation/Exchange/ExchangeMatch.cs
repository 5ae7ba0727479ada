using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>Which units of a file go into a version that may have changed since the file was written.</summary>
/// <param name="Taken">With targets as this program keeps words: NFC, one kind of line end.</param>
internal sealed record ExchangeMatch(ImmutableArray<ExchangeUnit> Taken, ImmutableArray<RefusedUnit> Refused)
{
    /// <param name="segments">The version's segments, each id once.</param>
    public static ExchangeMatch Of(IEnumerable<CurrentSegment> segments, ImmutableArray<ExchangeUnit> units)
    {
        var now = segments.ToDictionary(segment => segment.Id, StringComparer.Ordinal);
        var taken = ImmutableArray.CreateBuilder<ExchangeUnit>();
        var refused = ImmutableArray.CreateBuilder<RefusedUnit>();
        foreach (var unit in units)
        {
            if (Reason(now.GetValueOrDefault(unit.Id), unit) is { } code)
            {
                refused.Add(new(unit, new(code, null, unit.Id)));
            }
            else
            {
                taken.Add(unit with { Target = Kept(unit.Target!) });
            }
        }

        return new(taken.ToImmutable(), refused.ToImmutable());
    }

    private static string? Reason(CurrentSegment? now, ExchangeUnit unit) =>
        now is null ? nameof(ProblemTexts.ExchangeUnitUnknown)
        : string.IsNullOrWhiteSpace(unit.Target) ? nameof(ProblemTexts.ExchangeTargetEmpty)
        : !Same(now.Source, unit.Source) ? nameof(ProblemTexts.ExchangeSourceChanged)
        : now.Target is { } target && Same(target, unit.Target) ? nameof(ProblemTexts.ExchangeUnchanged)
        : null;

    private static bool Same(string one, string other) => Kept(one) == Kept(other);

    /// <summary>Tools differ in how they write an accent and a line end. Half a surrogate pair has no normal form, and stays as it is.</summary>
    private static string Kept(string words)
    {
        var lines = words.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return XmlPieces.Of(lines).All(piece => piece.IsXml) ? lines.Normalize() : lines;
    }
}
