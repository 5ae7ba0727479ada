using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// Reads TMX 1.4 (and 1.1 to 1.3, which differ in nothing that is read). Codes of other tools (<c>bpt ept ph it ut</c>) are their
/// formatting and no words, so they fall away with what is in them; <c>sub</c> within them and <c>hi</c> hold words.
/// </summary>
internal static class TmxReader
{
    private static readonly XName Lang = XNamespace.Xml + "lang";

    /// <param name="name">The file as the person knows it.</param>
    public static Parsed<TmxMemory> Read(string name, ReadOnlySpan<byte> bytes)
    {
        var xml = ExchangeXml.Load(name, bytes);
        if (!xml.IsValid)
        {
            return Parsed<TmxMemory>.Bad(xml.Problems);
        }

        var root = xml.Value.Root!;
        if (root.Name != "tmx" || root.Element("body") is not { } body
            || (string?)root.Attribute("version") is not ("1.4" or "1.4b" or "1.3" or "1.2" or "1.1"))
        {
            return Parsed<TmxMemory>.Bad(
                [new(
                    nameof(ProblemTexts.NotTmx),
                    root.PlaceOf(name),
                    $"{root.Name.LocalName} {(string?)root.Attribute("version")}".TrimEnd())]);
        }

        return Units(name, body);
    }

    private static Parsed<TmxMemory> Units(string name, XElement body)
    {
        List<Problem> problems = [];
        List<TmxUnit> units = [];
        SortedDictionary<string, int> foreign = new(StringComparer.OrdinalIgnoreCase);
        var withoutOriginal = 0;
        foreach (var unit in body.Elements("tu"))
        {
            var variants = Variants(name, unit, problems);
            if (variants.Find(variant => variant.Language == LanguageTag.Vietnamese) is not { } source)
            {
                withoutOriginal++;
                continue;
            }

            foreach (var variant in variants.Where(variant => variant.Language != LanguageTag.Vietnamese))
            {
                if (variant.Language is { } language)
                {
                    var by = (string?)variant.Element.Attribute("changeid");
                    units.Add(new(source.Words, language, variant.Words, TimeOf(variant.Element, unit), by));
                }
                else
                {
                    foreign[variant.Tag] = foreign.GetValueOrDefault(variant.Tag) + 1;
                }
            }
        }

        return problems.Count > 0
            ? Parsed<TmxMemory>.Bad(problems)
            : Parsed<TmxMemory>.Of(new([.. units], foreign.Values.Sum() + withoutOriginal, [.. LeftOut(name, foreign, withoutOriginal)]));
    }

    private static IEnumerable<Problem> LeftOut(string name, SortedDictionary<string, int> foreign, int withoutOriginal)
    {
        foreach (var (tag, count) in foreign)
        {
            if (Languages.IsRefused(tag))
            {
                yield return new(nameof(ProblemTexts.LanguageRefused), new(name), tag);
            }

            yield return new(nameof(ProblemTexts.TmxLeftOut), new(name), count.ToString(CultureInfo.InvariantCulture), tag);
        }

        if (withoutOriginal > 0)
        {
            yield return new(nameof(ProblemTexts.TmxWithoutOriginal), new(name), withoutOriginal.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static List<Variant> Variants(string name, XElement unit, List<Problem> problems)
    {
        List<Variant> variants = [];
        foreach (var element in unit.Elements("tuv"))
        {
            // The attribute without a prefix is that of the first versions.
            var tag = (string?)element.Attribute(Lang) ?? (string?)element.Attribute("lang");
            if (tag is null || element.Element("seg") is not { } segment)
            {
                problems.Add(new(nameof(ProblemTexts.ExchangePartMissing), element.PlaceOf(name), tag is null ? "xml:lang" : "seg"));
                continue;
            }

            var words = new StringBuilder();
            Append(segment, isCode: false, words);
            variants.Add(new(element, tag, ExchangeLanguages.Find(tag), words.ToString()));
        }

        return variants;
    }

    private static void Append(XElement element, bool isCode, StringBuilder words)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText text when !isCode:
                    words.Append(text.Value);
                    break;
                case XElement { Name.LocalName: "hi" or "sub" } around:
                    Append(around, isCode: false, words);
                    break;
                case XElement { Name.LocalName: "ph" } code when CharacterOf(code) is { } character:
                    words.Append(character);
                    break;
                case XElement { Name.LocalName: "ph" } mark when (string?)mark.Attribute("type") == TmxWriter.MarkType:
                    words.Append(mark.Value);
                    break;
                case XElement code:
                    Append(code, isCode: true, words);
                    break;
                default:
                    // The text of a code, or a comment.
                    break;
            }
        }
    }

    private static char? CharacterOf(XElement code) =>
        (string?)code.Attribute("type") == TmxWriter.CharacterType
            && ushort.TryParse(code.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                ? (char)value
                : null;

    private static DateTimeOffset? TimeOf(XElement variant, XElement unit)
    {
        foreach (var text in new[] { variant, unit }.SelectMany(
            element => new[] { (string?)element.Attribute("changedate"), (string?)element.Attribute("creationdate") }))
        {
            if (DateTimeOffset.TryParseExact(
                text, TmxWriter.TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                return time;
            }
        }

        return null;
    }

    private sealed record Variant(XElement Element, string Tag, LanguageTag? Language, string Words);
}
