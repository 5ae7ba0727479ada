using System.Collections.Frozen;
using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Translation.Drafting;

/// <summary>
/// The rows of <c>mong-rpa-chv.csv</c>, or all that is wrong with them. <c>-</c> stands for nothing, as in a tone without a letter.
/// </summary>
internal static class SpellingRows
{
    public const string File = "mong-rpa-chv.csv";

    private static readonly CsvColumns Columns = CsvColumns.Only(["kind", "rpa", "chv", "confidence", "source"]);

    private static readonly FrozenDictionary<string, SpellingKind> Kinds = new Dictionary<string, SpellingKind>(StringComparer.Ordinal)
    {
        ["initial"] = SpellingKind.Initial,
        ["rhyme"] = SpellingKind.Rhyme,
        ["tone"] = SpellingKind.Tone,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SpellingConfidence> Confidences = new Dictionary<string, SpellingConfidence>(
        StringComparer.Ordinal)
    {
        ["guess"] = SpellingConfidence.Guess,
        ["likely"] = SpellingConfidence.Likely,
        ["sure"] = SpellingConfidence.Sure,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Parsed<SpellingTable> Read(string file, ReadOnlySpan<byte> bytes)
    {
        var problems = new List<Problem>();
        var rows = ImmutableArray.CreateBuilder<SpellingRow>();
        HashSet<(SpellingKind, string, string)> pairs = [];
        HashSet<(SpellingKind, string)> sureFromChv = [];
        foreach (var group in CsvFile.Read(file, bytes, Columns, problems))
        {
            var row = new FieldReader(group, problems);
            var kind = row.Choice("kind", Kinds);
            var confidence = row.Choice("confidence", Confidences);
            var (rpa, chv) = (Letters(row, "rpa", kind), Letters(row, "chv", kind));
            row.Required("source");
            if (kind is not { } known || confidence is not { } certain)
            {
                continue;
            }

            // The way to RPA is exact: nothing sure may lead two ways.
            if (!pairs.Add((known, rpa, chv)) || (certain is SpellingConfidence.Sure && !sureFromChv.Add((known, chv))))
            {
                row.Report(nameof(ProblemTexts.SpellingRowTwice), row.PlaceOf("chv"), chv.Length > 0 ? chv : "-");
            }

            rows.Add(new(known, rpa, chv, certain));
        }

        if (problems.Count == 0)
        {
            problems.AddRange(MissingKinds(file, rows));
        }

        return problems.Count > 0 ? Parsed<SpellingTable>.Bad(problems) : Parsed<SpellingTable>.Of(new(rows.ToImmutable()));
    }

    private static IEnumerable<Problem> MissingKinds(string file, IEnumerable<SpellingRow> rows) =>
        Kinds.OrderBy(kind => kind.Value).Where(kind => rows.All(row => row.Kind != kind.Value))
            .Select(kind => new Problem(nameof(ProblemTexts.SpellingKindMissing), new(file), kind.Key));

    private static string Letters(FieldReader row, string name, SpellingKind? kind)
    {
        var text = row.Required(name);
        if (text == "-" && kind is not SpellingKind.Rhyme)
        {
            return "";
        }

        if (text.Any(letter => !char.IsLower(letter)))
        {
            row.Report(nameof(ProblemTexts.SpellingLetters), row.PlaceOf(name), text);
        }

        return text;
    }
}
