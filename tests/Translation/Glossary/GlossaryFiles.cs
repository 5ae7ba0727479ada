using Dissemination.Directory;
using Dissemination.Translation.Glossary;

using FsCheck;
using FsCheck.Fluent;

namespace Dissemination.Tests.Translation.Glossary;

/// <summary>Terms for the tests of the glossary's files.</summary>
internal static class GlossaryFiles
{
    public static LanguageTag Thai { get; } = new("blt-Tavt");

    public static string Csv(params string[] rows) => string.Join('\n', rows.Prepend("language,source,target,rule,note"));

    public static GlossaryTerm Term(string source, string target, TermRule rule = TermRule.Preferred, string? note = null) =>
        TermRules.Normal(Thai, source, target, rule, note);

    /// <summary>
    /// Any glossary that the rules allow: with letters of several scripts and all that must be escaped in one of the two forms.
    /// </summary>
    public static Arbitrary<GlossaryTerm[]> Any()
    {
        var word = Gen.Elements("bản", "Xã", "ꪚꪱꪙ", "ꪹꪒꪸꪙ", "5.000", "a,b", "\"", "<b>", "&amp;", "]]>", "=1+1", "-", "'", ";", "😀", "Ế");
        var text = word.NonEmptyListOf().Select(words => string.Join(' ', words.Take(5).Append("chữ")));
        var term = from source in text
                   from target in text
                   from rule in Gen.Elements(TermRule.Preferred, TermRule.Locked, TermRule.Forbidden)
                   from note in Gen.Elements(null, "a \"b\", <c>", "- ghi chú")
                   from hasSource in Gen.Elements(true, true, false)
                   select Term(hasSource || rule is not TermRule.Forbidden ? source : "", target, rule, note);
        return term.NonEmptyListOf().Select(terms => terms.DistinctBy(TermRules.Key).ToArray()).ToArbitrary();
    }
}
