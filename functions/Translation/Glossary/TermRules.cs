using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Glossary;

/// <summary>What a term must be to stand in a glossary, and the one form in which it is kept, whatever file it came from.</summary>
internal static class TermRules
{
    /// <summary>The most terms of one language.</summary>
    public const int MostTerms = 20_000;

    /// <summary>The longest term or note, in UTF-16 units.</summary>
    public const int MostLetters = Limits.LineCharacters;

    /// <summary>The term in the form in which it is kept: NFC, one space between words, no note where it is empty.</summary>
    public static GlossaryTerm Normal(LanguageTag language, string? source, string? target, TermRule rule, string? note) =>
        new(language, Line(source), Line(target), rule, Line(note) is { Length: > 0 } told ? told : null);

    /// <summary>By which two terms are the same, however their tone marks are placed: a later one replaces an earlier one.</summary>
    public static string Key(GlossaryTerm term) => TonePlacement.Unified($"{term.Source}\n{term.Target}".ToLowerInvariant());

    /// <summary>All that is wrong with a glossary as a whole and with each term of it.</summary>
    public static IEnumerable<Problem> Check(IReadOnlyList<(GlossaryTerm Term, Place Place)> terms)
    {
        if (terms.Count > MostTerms)
        {
            return [TooLong(terms[0].Place.File)];
        }

        var known = new Dictionary<string, (GlossaryTerm Term, Place Place)>(StringComparer.Ordinal);
        return [.. terms.SelectMany(found => Check(found, known.TryAdd(Key(found.Term), found) ? null : known[Key(found.Term)]))];
    }

    /// <summary>The same without those that say again what one before them says, with a tone mark placed otherwise.</summary>
    public static IReadOnlyList<GlossaryTerm> Once(IEnumerable<GlossaryTerm> terms) => [.. terms.DistinctBy(Key, StringComparer.Ordinal)];

    public static Problem TooLong(string file) =>
        new(nameof(ProblemTexts.GlossaryTooLong), new(file), MostTerms.ToString(CultureInfo.InvariantCulture));

    /// <param name="earlier">The same term further above, where there is one.</param>
    private static IEnumerable<Problem> Check((GlossaryTerm Term, Place Place) found, (GlossaryTerm Term, Place Place)? earlier)
    {
        var (term, place) = found;
        foreach (var (name, text) in new[] { ("source", term.Source), ("target", term.Target), ("note", term.Note ?? "") })
        {
            if (text.Length > MostLetters)
            {
                yield return new(
                    nameof(ProblemTexts.TextTooLong), place with { Field = name }, MostLetters.ToString(CultureInfo.InvariantCulture));
            }
            else if (name is not "note" && text.Length > 0 && WordReading.Read(text, []).IsEmpty)
            {
                yield return new(nameof(ProblemTexts.TermWithoutWords), place with { Field = name }, text);
            }
        }

        if (term.Target.Length == 0)
        {
            yield return new(nameof(ProblemTexts.RequiredKeyMissing), place with { Field = "target" }, "target");
        }

        if (term.Source.Length == 0 && term.Rule is not TermRule.Forbidden)
        {
            yield return new(nameof(ProblemTexts.TermWithoutSource), place with { Field = "source" });
        }

        if (earlier is var (first, above) && !IsSaidOtherwise(term, first))
        {
            yield return first.Rule == term.Rule || first.Source == term.Source
                ? new(nameof(ProblemTexts.TermTwice), place, term.Source, term.Target)
                : new(nameof(ProblemTexts.TermTwoRules), place, term.Source, term.Target, LineOf(above), LineOf(place));
        }
    }

    /// <summary>Whether it is the other writing of a term that stands there already, and nothing else about it differs.</summary>
    private static bool IsSaidOtherwise(GlossaryTerm term, GlossaryTerm earlier) =>
        term.Rule == earlier.Rule && term.Note == earlier.Note && (term.Source, term.Target) != (earlier.Source, earlier.Target)
        && string.Equals(TonePlacement.Unified(term.Source), TonePlacement.Unified(earlier.Source), StringComparison.Ordinal);

    private static string LineOf(Place place) => place.Line?.ToString(CultureInfo.InvariantCulture) ?? "?";

    /// <summary>Control characters come along from cells of Word; nobody sees them, and no file of terms could hold them.</summary>
    private static string Line(string? text) =>
        string.Join(
            ' ',
            string.Concat(ComposedText.Of(text ?? "").Where(letter => !char.IsControl(letter) || char.IsWhiteSpace(letter)))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
