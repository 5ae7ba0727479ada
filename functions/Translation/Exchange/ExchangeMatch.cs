using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Exchange;

/// <summary>Which units of a file go into a version that may have changed since the file was written.</summary>
/// <param name="Taken">With targets as this program keeps words: NFC, one kind of line end, no space around them, no indents.</param>
internal sealed partial record ExchangeMatch(ImmutableArray<ExchangeUnit> Taken, ImmutableArray<RefusedUnit> Refused)
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
                taken.Add(unit with { Target = Kept(unit.Target!, now[unit.Id].Source) });
            }
        }

        return new(taken.ToImmutable(), refused.ToImmutable());
    }

    private static string? Reason(CurrentSegment? now, ExchangeUnit unit) =>
        now is null ? nameof(ProblemTexts.ExchangeUnitUnknown)
        : string.IsNullOrWhiteSpace(unit.Target) ? nameof(ProblemTexts.ExchangeTargetEmpty)
        : Compared(now.Source) != Compared(unit.Source) ? nameof(ProblemTexts.ExchangeSourceChanged)
        // Many tools copy the source into the target and leave the state as it was.
        : unit.State is ExchangeState.Initial
            ? Compared(unit.Target) == Compared(now.Source)
            ? nameof(ProblemTexts.ExchangeTargetEmpty)
            : nameof(ProblemTexts.ExchangeUnitOpen)
        : now.Target is { } target && Kept(target, now.Source) == Kept(unit.Target, now.Source) ? nameof(ProblemTexts.ExchangeUnchanged)
        : null;

    /// <summary>
    /// A source as two are compared: tools change white space, and an author may have changed where tone marks are placed.
    /// </summary>
    private static string Compared(string words) =>
        TonePlacement.Unified(string.Join(' ', Normal(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>
    /// Without the indents of a file that was printed prettily. A line of its own stays one where the source has several.
    /// </summary>
    private static string Kept(string words, string source) =>
        Indent.Replace(Normal(words).Trim(), source.Contains('\n', StringComparison.Ordinal) ? "\n" : " ");

    /// <summary>
    /// Tools differ in how they write an accent and a line end. Half a surrogate pair has no normal form, and stays as it is.
    /// </summary>
    private static string Normal(string words)
    {
        var lines = words.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return XmlPieces.Of(lines).All(piece => piece.IsXml) ? lines.Normalize() : lines;
    }

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Indent { get; }
}
