using System.Collections.Frozen;
using CsvHelper;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation.Glossary;

/// <summary>The glossary of one language as CSV, a row a term.</summary>
internal static class GlossaryCsv
{
    private static readonly CsvColumns Columns = CsvColumns.Only(["language", "source", "target", "rule"], "note");

    private static readonly FrozenDictionary<string, TermRule> Rules = new Dictionary<string, TermRule>(StringComparer.Ordinal)
    {
        ["preferred"] = TermRule.Preferred,
        ["locked"] = TermRule.Locked,
        ["forbidden"] = TermRule.Forbidden,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The terms, or all that is wrong with the file. Every row is of the language that the file is for.</summary>
    public static Parsed<IReadOnlyList<GlossaryTerm>> Read(string file, ReadOnlySpan<byte> bytes, LanguageTag language)
    {
        var problems = new List<Problem>();
        var terms = new List<(GlossaryTerm Term, Place Place)>();
        foreach (var group in CsvFile.Read(file, bytes, Columns, problems))
        {
            var row = new FieldReader(group, problems);
            var tag = row.Required("language");
            if (tag.Length > 0 && tag != language.Value)
            {
                row.Report(nameof(ProblemTexts.GlossaryOfOtherLanguage), row.PlaceOf("language"), tag, language.Value);
            }

            if (row.Choice("rule", Rules) is { } rule)
            {
                terms.Add((TermRules.Normal(language, Cell(row, "source"), Cell(row, "target"), rule, Cell(row, "note")), group.Place));
            }
        }

        problems.AddRange(TermRules.Check(terms));
        return problems.Count > 0
            ? Parsed<IReadOnlyList<GlossaryTerm>>.Bad(problems)
            : Parsed<IReadOnlyList<GlossaryTerm>>.Of(TermRules.Once(terms.Select(found => found.Term)));
    }

    private static string? Cell(FieldReader row, string name) => row.Text(name) is { } text ? CsvCell.Read(text) : null;

    /// <summary>The same terms as a file that <see cref="Read"/> takes.</summary>
    public static ReadOnlyMemory<byte> Write(IEnumerable<GlossaryTerm> terms)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(Columns.Known.AsSpan());
            foreach (var term in terms)
            {
                csv.WriteRecord(
                    [
                        term.Language.Value,
                        CsvCell.Write(term.Source),
                        CsvCell.Write(term.Target),
                        Rules.First(rule => rule.Value == term.Rule).Key,
                        CsvCell.Write(term.Note ?? ""),
                    ]);
            }
        }

        return bytes.ToArray();
    }
}
