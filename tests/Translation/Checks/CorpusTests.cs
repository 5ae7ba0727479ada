using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Tests.Problems;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Glossary;

namespace Dissemination.Tests.Translation.Checks;

/// <summary>
/// Bad and good translations, in <c>Corpus/*.csv</c>. The texts are samples that no speaker has checked. In a cell <c>¦</c> divides
/// headline, summary, text and the words of pictures, <c>\n</c> is a new line and <c>\u{…}</c> a code point; what is expected are all
/// codes, or <c>ok</c>.
/// </summary>
public sealed partial class CorpusTests
{
    private const int FewestRows = 170;

    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "tests", "Translation", "Checks", "Corpus");

    private static readonly FrozenDictionary<string, ItemKind> Kinds =
        Enum.GetValues<ItemKind>().ToFrozenDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TermRule> Rules =
        Enum.GetValues<TermRule>().ToFrozenDictionary(rule => rule.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    [Fact]
    public void Every_text_of_the_corpus_is_judged_as_its_row_expects()
    {
        var rows = Rows();
        string[] missed = [.. rows.Select(Miss).OfType<string>()];

        Assert.True(missed.Length == 0, $"{missed.Length} of {rows.Count} rows are judged otherwise:\n{string.Join('\n', missed)}");
        Assert.InRange(rows.Count, FewestRows, int.MaxValue);
    }

    [Fact]
    public void Every_reason_that_a_check_can_give_stands_in_the_corpus()
    {
        var expected = Rows().SelectMany(row => row.Expected).ToHashSet(StringComparer.Ordinal);
        var given = System.IO.Directory
            .GetFiles(Path.Combine(RepositoryFiles.Root, "functions", "Translation", "Checks"), "*.cs", SearchOption.AllDirectories)
            // Whether a text fits depends on the channels, and whether it can be parsed on its marks alone: tests of their own.
            .Where(file => Path.GetFileName(file) is not ("TextFit.cs" or "TooManyMarksCheck.cs"))
            .SelectMany(file => Code.Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(given.Count > 40);
        Assert.Equal(given.Order(StringComparer.Ordinal), expected.Order(StringComparer.Ordinal));
    }

    private static string? Miss(Row row)
    {
        var found = TranslationChecks.Find(row.Language, Checking.Original(row.Source, row.Kind), row.Target, row.Glossary);
        string[] codes = [.. found.Select(finding => finding.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return codes.SequenceEqual(row.Expected, StringComparer.Ordinal)
            ? null
            : $"{row.Place} [{row.Category}, {row.Language.Tag}] {row.Why}: expected {Told(row.Expected)}, got {Told(codes)}"
                + string.Concat(
                    found.Select(
                        finding =>
                            $"\n    {finding.Part} {finding.Offset}+{finding.Length}: {finding.Text(CultureInfo.GetCultureInfo("en"))}"));
    }

    private static string Told(string[] codes) => codes.Length == 0 ? "ok" : string.Join(';', codes);

    private static List<Row> Rows()
    {
        var problems = new List<Problem>();
        var rows = new List<Row>();
        foreach (var file in System.IO.Directory.GetFiles(Folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            foreach (var group in CsvFile.Read(
                name,
                File.ReadAllBytes(file),
                CsvColumns.Only(["category", "tag", "kind", "source", "target", "glossary", "expected", "why"]),
                problems))
            {
                var row = new FieldReader(group, problems);
                var language = Languages.Find(new(row.Required("tag")))!;
                rows.Add(new(
                    group.Place,
                    row.Required("category"),
                    language,
                    row.Choice("kind", Kinds) ?? ItemKind.Article,
                    Words(row.Required("source")),
                    Words(row.Required("target")),
                    [.. row.Text("glossary")?.Split('|').Select(term => Term(term, language.Tag)) ?? []],
                    row.Required("expected") is "ok" ? [] : [.. row.Required("expected").Split(';').Order(StringComparer.Ordinal)],
                    row.Required("why")));
            }
        }

        Assert.Empty(problems.AtLines());
        return rows;
    }

    private static VersionText Words(string cell)
    {
        var parts = Escape.Replace(cell, Unescaped).Split('¦');
        return parts.Length switch
        {
            1 => new(null, null, parts[0]),
            2 => new(parts[0], null, parts[1].Trim()),
            3 => new(parts[0], parts[1], parts[2]),
            _ => new(parts[0], parts[1], parts[2]) { Pictures = parts[3] },
        };
    }

    private static string Unescaped(Match match)
    {
        if (match.Value == "\\n")
        {
            return "\n";
        }

        var code = int.Parse(match.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
    }

    private static GlossaryTerm Term(string cell, LanguageTag language)
    {
        var parts = cell.Split('=', ':');
        return new(language, parts[0], parts[1], Rules[parts[2]]);
    }

    [GeneratedRegex(@"\\n|\\u\{(?<hex>[0-9A-F]+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Escape { get; }

    [GeneratedRegex(@"nameof\(ProblemTexts\.(?<code>\w+)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Code { get; }

    private sealed record Row(
        Place Place,
        string Category,
        Language Language,
        ItemKind Kind,
        VersionText Source,
        VersionText Target,
        GlossaryTerm[] Glossary,
        string[] Expected,
        string Why);
}
