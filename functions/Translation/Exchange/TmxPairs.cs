using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Memory;

namespace Dissemination.Translation.Exchange;

/// <summary>What a TMX file holds for the memory of one language.</summary>
/// <param name="NotTaken">How many of its units were left out.</param>
/// <param name="LeftOut">Why.</param>
internal sealed record TmxPairs(ImmutableArray<MemoryPair> Pairs, int NotTaken, ImmutableArray<Problem> LeftOut)
{
    /// <summary>The longest text of a pair, in UTF-16 units: what is longer is no segment, and nothing would ever be like it.</summary>
    public const int MostLetters = 10_000;

    /// <param name="name">The file as the person knows it.</param>
    public static Parsed<TmxPairs> Read(string name, ReadOnlySpan<byte> bytes, LanguageTag language)
    {
        var read = TmxReader.Read(name, bytes);
        if (!read.IsValid)
        {
            return Parsed<TmxPairs>.Bad(read.Problems);
        }

        var own = read.Value.Units.Where(unit => unit.Language == language)
            .Select(unit => new MemoryPair(Line(unit.Source), Line(unit.Target))).ToArray();
        ImmutableArray<MemoryPair> pairs = [.. own.Where(pair => IsSegment(pair.Source) && IsSegment(pair.Target)).Distinct()];
        var useless = own.Count(pair => !IsSegment(pair.Source) || !IsSegment(pair.Target));
        ImmutableArray<Problem> leftOut =
        [
            .. read.Value.LeftOut,
            .. read.Value.Units.Where(unit => unit.Language != language)
                .CountBy(unit => unit.Language.Value)
                .OrderBy(other => other.Key, StringComparer.Ordinal)
                .Select(other => new Problem(nameof(ProblemTexts.TmxLeftOut), new(name), Number(other.Value), other.Key)),
            .. useless > 0 ? new[] { new Problem(nameof(ProblemTexts.TmxUseless), new(name), Number(useless), Number(MostLetters)) } : [],
        ];
        return pairs.IsEmpty
            ? Parsed<TmxPairs>.Bad([new(nameof(ProblemTexts.TmxNothing), new(name), language.Value), .. leftOut])
            : Parsed<TmxPairs>.Of(new(pairs, read.Value.NotRead + read.Value.Units.Length - own.Length + useless, leftOut));
    }

    private static bool IsSegment(string text) => text.Length is > 0 and <= MostLetters;

    /// <summary>On one line, without the indents of a file that was printed prettily.</summary>
    private static string Line(string text) =>
        string.Join(
            ' ',
            TranslatedText.Normalise(null, null, text).Body.Split(
                '\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
