using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dissemination.Translation.Drafting;

/// <summary>What each part of a syllable is in the other spelling: all that is known, the best first.</summary>
internal sealed class SpellingTable(ImmutableArray<SpellingRow> rows)
{
    private readonly FrozenDictionary<(SpellingDirection, SpellingKind), FrozenDictionary<string, ImmutableArray<SpellingChoice>>> _choices =
        Enum.GetValues<SpellingDirection>()
            .SelectMany(direction => Enum.GetValues<SpellingKind>().Select(kind => (direction, kind)))
            .ToFrozenDictionary(key => key, key => Choices(rows, key.direction, key.kind));

    /// <summary>The table that travels in the program, as a file.</summary>
    public static ReadOnlyMemory<byte> DefaultFile { get; } = ReadDefaultFile();

    /// <summary>The table that travels in the program.</summary>
    public static SpellingTable Default { get; } = ReadDefault();

    public ImmutableArray<SpellingRow> Rows { get; } = rows;

    /// <summary>The letters of the longest initial, in either spelling.</summary>
    public int LongestInitial { get; } = Longest(rows, SpellingKind.Initial);

    /// <summary>The letters of the longest tone, in either spelling.</summary>
    public int LongestTone { get; } = Longest(rows, SpellingKind.Tone);

    /// <summary>The other spelling of a part, the best first; empty where the table has none.</summary>
    public ImmutableArray<SpellingChoice> Of(SpellingDirection direction, SpellingKind kind, string part) =>
        _choices[(direction, kind)].GetValueOrDefault(part, []);

    private static FrozenDictionary<string, ImmutableArray<SpellingChoice>> Choices(
        ImmutableArray<SpellingRow> rows, SpellingDirection direction, SpellingKind kind) =>
        rows.Where(row => row.Kind == kind)
            .GroupBy(row => direction is SpellingDirection.ToChv ? row.Rpa : row.Chv, StringComparer.Ordinal)
            .ToFrozenDictionary(
                same => same.Key,
                same => same.OrderByDescending(row => row.Confidence)
                    .Select(row => new SpellingChoice(direction is SpellingDirection.ToChv ? row.Chv : row.Rpa, row.Confidence))
                    .ToImmutableArray(),
                StringComparer.Ordinal);

    private static int Longest(ImmutableArray<SpellingRow> rows, SpellingKind kind) =>
        rows.Where(row => row.Kind == kind).Select(row => Math.Max(row.Rpa.Length, row.Chv.Length)).DefaultIfEmpty().Max();

    private static ReadOnlyMemory<byte> ReadDefaultFile()
    {
        using var resource = typeof(SpellingTable).Assembly.GetManifestResourceStream(SpellingRows.File)
            ?? throw new InvalidOperationException($"{SpellingRows.File} is not in the program.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }

    private static SpellingTable ReadDefault()
    {
        var read = SpellingRows.Read(SpellingRows.File, DefaultFile.Span);
        return read.IsValid
            ? read.Value
            : throw new InvalidDataException(
                string.Join(
                    '\n', read.Problems.Select(problem => problem.TextWithPlace(System.Globalization.CultureInfo.GetCultureInfo("en")))));
    }
}
