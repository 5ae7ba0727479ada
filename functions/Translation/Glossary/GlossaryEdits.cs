using System.Security.Cryptography;
using System.Text;
using Dissemination.Problems;

namespace Dissemination.Translation.Glossary;

/// <summary>What people do with single terms of a glossary, as pure functions: the new glossary, or the problem.</summary>
internal static class GlossaryEdits
{
    /// <summary>Names a term as it is: another wherever anything of it is another.</summary>
    public static string TagOf(GlossaryTerm term) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{term.Source}\n{term.Target}\n{term.Rule}\n{term.Note}")).AsSpan(0, 8));

    public static Result<StoredGlossary> Add(StoredGlossary glossary, GlossaryTerm term) =>
        WhyNot(term) is { } problem ? problem
        : glossary.Terms.Any(other => TermRules.Key(other) == TermRules.Key(term)) ? Twice(term)
        : glossary.Terms.Length >= TermRules.MostTerms ? TermRules.TooLong("") with { Place = null }
        : glossary with { Terms = glossary.Terms.Add(term) };

    public static Result<StoredGlossary> Change(StoredGlossary glossary, string was, GlossaryTerm term)
    {
        var at = PlaceOf(glossary, was);
        return WhyNot(term) is { } problem ? problem
            : at < 0 ? ChangedMeanwhile
            : glossary.Terms.Where((_, place) => place != at).Any(other => TermRules.Key(other) == TermRules.Key(term)) ? Twice(term)
            : glossary with { Terms = glossary.Terms.SetItem(at, term) };
    }

    public static Result<StoredGlossary> Remove(StoredGlossary glossary, string was) =>
        PlaceOf(glossary, was) is >= 0 and var at ? glossary with { Terms = glossary.Terms.RemoveAt(at) } : ChangedMeanwhile;

    private static Problem ChangedMeanwhile => new(nameof(ProblemTexts.ChangedMeanwhile));

    private static int PlaceOf(StoredGlossary glossary, string was) =>
        glossary.Terms.IndexOf(glossary.Terms.FirstOrDefault(term => TagOf(term) == was)!);

    private static Problem Twice(GlossaryTerm term) => new(nameof(ProblemTexts.TermTwice), null, term.Source, term.Target);

    /// <summary>The first thing that is wrong with a term by itself.</summary>
    private static Problem? WhyNot(GlossaryTerm term) =>
        TermRules.Check([(term, new(""))]).FirstOrDefault() is { } problem ? problem with { Place = null } : null;
}
