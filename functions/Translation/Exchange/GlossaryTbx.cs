using System.Collections.Frozen;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Glossary;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// The glossary of one language as TBX-Basic (ISO 30042:2019), which translators' tools read. TBX-Basic knows preferred terms and none that
/// must be used,
/// so a preferred term of another tool never becomes locked; what is locked here goes out as preferred with a note of its own beside it,
/// and comes back by that.
/// </summary>
internal static class GlossaryTbx
{
    private const string Preferred = "preferredTerm-admn-sts";
    private const string Deprecated = "deprecatedTerm-admn-sts";
    private const string Status = "administrativeStatus";
    private static readonly XNamespace Tbx = "urn:iso:std:iso:30042:ed-2";

    /// <summary>
    /// What tools write of a term: the words of the standard in small letters and without their endings, and those of Weblate and of older
    /// files.
    /// </summary>
    private static readonly FrozenDictionary<string, TermRule> Rules = new Dictionary<string, TermRule>(StringComparer.Ordinal)
    {
        ["preferred"] = TermRule.Preferred,
        ["admitted"] = TermRule.Preferred,
        ["standardized"] = TermRule.Preferred,
        ["legal"] = TermRule.Preferred,
        ["regulated"] = TermRule.Preferred,
        ["approved"] = TermRule.Preferred,
        ["deprecated"] = TermRule.Forbidden,
        ["superseded"] = TermRule.Forbidden,
        ["forbidden"] = TermRule.Forbidden,
        ["obsolete"] = TermRule.Forbidden,
        ["notrecommended"] = TermRule.Forbidden,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The terms of a language, or all that is wrong with the file. Terms of other languages are passed over.</summary>
    public static Parsed<IReadOnlyList<GlossaryTerm>> Read(string file, ReadOnlySpan<byte> bytes, LanguageTag language)
    {
        var document = TbxDocument.Read(file, bytes);
        if (!document.IsValid)
        {
            return Parsed<IReadOnlyList<GlossaryTerm>>.Bad(document.Problems);
        }

        var problems = new List<Problem>();
        var terms = new List<(GlossaryTerm Term, Place Place)>();
        foreach (var entry in document.Value.Entries)
        {
            ReadEntry(file, entry, language, terms, problems);
            if (terms.Count > TermRules.MostTerms)
            {
                return Parsed<IReadOnlyList<GlossaryTerm>>.Bad([TermRules.TooLong(file)]);
            }
        }

        if (terms.Count == 0 && problems.Count == 0)
        {
            problems.Add(new(nameof(ProblemTexts.TbxTermMissing), new(file), language.Value));
        }

        problems.AddRange(TermRules.Check(terms));
        return problems.Count > 0
            ? Parsed<IReadOnlyList<GlossaryTerm>>.Bad(problems)
            : Parsed<IReadOnlyList<GlossaryTerm>>.Of(TermRules.Once(terms.Select(found => found.Term)));
    }

    /// <summary>The same terms as a file that <see cref="Read"/> takes: an entry a term.</summary>
    public static ReadOnlyMemory<byte> Write(IEnumerable<GlossaryTerm> terms)
    {
        var root = new XElement(
            Tbx + "tbx",
            new XAttribute("style", "dca"),
            new XAttribute("type", "TBX-Basic"),
            new XAttribute(XNamespace.Xml + "lang", LanguageTag.Vietnamese.Value),
            new XElement(
                Tbx + "tbxHeader",
                new XElement(Tbx + "fileDesc", new XElement(Tbx + "sourceDesc", new XElement(Tbx + "p", "Dissemination")))),
            new XElement(Tbx + "text", new XElement(Tbx + "body", terms.Select((term, number) => Entry(term, number + 1)))));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Indent = true, NewLineChars = "\n" }))
        {
            root.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static XElement Entry(GlossaryTerm term, int number) => new(
        Tbx + "conceptEntry",
        new XAttribute("id", string.Create(CultureInfo.InvariantCulture, $"c{number}")),
        term.Source.Length == 0 ? null : Section(LanguageTag.Vietnamese, Words("term", term.Source)),
        Section(
            term.Language,
            Words("term", term.Target),
            new XElement(Tbx + "termNote", new XAttribute("type", Status), term.Rule is TermRule.Forbidden ? Deprecated : Preferred),
            term.Rule is TermRule.Locked ? new XElement(Tbx + "note", TbxTerm.LockedNote) : null,
            term.Note is null ? null : Words("note", term.Note)));

    /// <summary>What was stored before control characters were taken out may hold some; XML cannot.</summary>
    private static XElement Words(string name, string words) => new(Tbx + name, XmlPieces.Replaced(words));

    private static XElement Section(LanguageTag language, params XElement?[] content) =>
        new(Tbx + "langSec", new XAttribute(XNamespace.Xml + "lang", language.Value), new XElement(Tbx + "termSec", content));

    /// <summary>Each Vietnamese term of an entry with each of its translations.</summary>
    private static void ReadEntry(
        string file, TbxEntry entry, LanguageTag language, List<(GlossaryTerm Term, Place Place)> terms, List<Problem> problems)
    {
        var targets = entry.In(language).ToArray();
        if (targets.Length == 0)
        {
            return;
        }

        var sources = entry.In(LanguageTag.Vietnamese).Select(source => source.Text).DefaultIfEmpty("").ToArray();
        foreach (var target in targets)
        {
            var place = new Place(file, target.Line);
            if (RuleOf(target, place, problems) is not { } rule)
            {
                continue;
            }

            foreach (var source in sources.TakeWhile(_ => terms.Count <= TermRules.MostTerms))
            {
                terms.Add((TermRules.Normal(language, source, target.Text, rule, target.Note ?? entry.Note), place));
            }
        }
    }

    private static TermRule? RuleOf(TbxTerm term, Place place, List<Problem> problems)
    {
        if (term.Status is null)
        {
            return term.IsLocked ? TermRule.Locked : TermRule.Preferred;
        }

        if (Rules.TryGetValue(Plain(term.Status), out var rule))
        {
            return term.IsLocked && rule is TermRule.Preferred ? TermRule.Locked : rule;
        }

        problems.Add(
            new(nameof(ProblemTexts.TbxStatusUnknown), place with
            {
                Field = Status,
            }, term.Status, string.Join(", ", Rules.Keys.Order(StringComparer.Ordinal))));
        return null;
    }

    /// <summary>"preferredTerm-admn-sts", "Preferred term" and "preferred" are one.</summary>
    private static string Plain(string status)
    {
        var letters = string.Concat(status.ToLowerInvariant().Replace("-admn-sts", "", StringComparison.Ordinal).Where(char.IsAsciiLetter));
        return letters.EndsWith("term", StringComparison.Ordinal) ? letters[..^"term".Length] : letters;
    }
}
