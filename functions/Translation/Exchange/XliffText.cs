using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// The words of a source or target. A code is what the file says that it stands for: its data, the code itself (1.2), the code of the same
/// number in the source, or its equivalent in plain text. What encloses words (<c>pc</c>, <c>mrk</c>, <c>g</c>) is read through, marks that
/// hold nothing (<c>sm</c>, <c>em</c>) fall away. A code of which nothing is known is refused: its meaning would be lost without a sign.
/// </summary>
internal sealed class XliffText(string file, List<Problem> problems)
{
    /// <summary>What the units keep of the original, by its id; codes without number would each look through all of it.</summary>
    private readonly Dictionary<XElement, Dictionary<string, XElement>> _data = [];

    /// <summary>What that says; what is wrong with it is told once.</summary>
    private readonly Dictionary<XElement, string> _written = [];

    /// <summary>The codes of the units' sources, by their name and id.</summary>
    private readonly Dictionary<XElement, Dictionary<(XName Name, string Id), XElement>> _inSource = [];

    public string Of(XElement element)
    {
        var words = new StringBuilder();
        Append(element, words);
        return words.ToString();
    }

    private void Append(XElement element, StringBuilder words)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText text:
                    words.Append(text.Value);
                    break;
                case XElement when words.Length > Limits.TextCharacters:
                    // Longer than any text may be, it is refused as it is; codes that stand for much would fill the memory.
                    break;
                case XElement { Name.LocalName: "pc" or "mrk" or "g" } around:
                    words.Append(DataOf(around, "dataRefStart"));
                    Append(around, words);
                    words.Append(DataOf(around, "dataRefEnd"));
                    break;
                case XElement { Name.LocalName: "sm" or "em" }:
                    break;
                case XElement { Name.LocalName: "cp" } code:
                    AppendCharacter(code, words);
                    break;
                case XElement code when CodeOf(code) is { } stands:
                    words.Append(stands);
                    break;
                case XElement code:
                    problems.Add(new(nameof(ProblemTexts.ExchangeInlineCode), code.PlaceOf(file), code.Name.LocalName));
                    break;
                default:
                    // A comment is for people who look at the file.
                    break;
            }
        }
    }

    private string? CodeOf(XElement code) => OwnCodeOf(code) ?? (InSource(code) is { } same ? OwnCodeOf(same) : null);

    private string? OwnCodeOf(XElement code) =>
        DataOf(code, "dataRef")
        ?? (code.IsEmpty || code.Value.Length == 0
            ? (string?)code.Attribute("equiv") ?? (string?)code.Attribute("equiv-text")
            : code.Value);

    private XElement? InSource(XElement code)
    {
        if ((string?)code.Attribute("id") is not { } id || UnitOf(code) is not { } unit)
        {
            return null;
        }

        if (!_inSource.TryGetValue(unit, out var codes))
        {
            codes = [];
            foreach (var other in unit.Descendants(code.Name.Namespace + "source").Descendants())
            {
                codes.TryAdd((other.Name, (string?)other.Attribute("id") ?? ""), other);
            }

            _inSource.Add(unit, codes);
        }

        return codes.GetValueOrDefault((code.Name, id)) is { } same && same != code ? same : null;
    }

    /// <summary>What the unit keeps of the original for a code; null where it keeps nothing.</summary>
    private string? DataOf(XElement code, string attribute)
    {
        if ((string?)code.Attribute(attribute) is not { } id || UnitOf(code) is not { } unit)
        {
            return null;
        }

        if (!_data.TryGetValue(unit, out var kept))
        {
            kept = new(StringComparer.Ordinal);
            foreach (var data in unit.Elements(code.Name.Namespace + "originalData").Elements())
            {
                kept.TryAdd((string?)data.Attribute("id") ?? "", data);
            }

            _data.Add(unit, kept);
        }

        return kept.GetValueOrDefault(id) is { } found ? WordsOf(found) : null;
    }

    /// <summary>Data is words and characters by their number; a code in it could stand for itself, or swell without end.</summary>
    private string WordsOf(XElement data)
    {
        if (_written.TryGetValue(data, out var known))
        {
            return known;
        }

        var words = new StringBuilder();
        foreach (var node in data.Nodes())
        {
            switch (node)
            {
                case XText text:
                    words.Append(text.Value);
                    break;
                case XElement { Name.LocalName: "cp" } code:
                    AppendCharacter(code, words);
                    break;
                case XElement code:
                    problems.Add(new(nameof(ProblemTexts.ExchangeInlineCode), code.PlaceOf(file), code.Name.LocalName));
                    break;
            }
        }

        return _written[data] = words.ToString();
    }

    private static XElement? UnitOf(XElement code) =>
        code.Ancestors().FirstOrDefault(element => element.Name.LocalName is "unit" or "trans-unit");

    private void AppendCharacter(XElement code, StringBuilder words)
    {
        var hex = (string?)code.Attribute("hex") ?? "";
        if (int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 0x10FFFF)
        {
            // Half a surrogate pair is no character, and yet a text that was cut badly holds one.
            words.Append(value <= char.MaxValue ? ((char)value).ToString() : char.ConvertFromUtf32(value));
        }
        else
        {
            problems.Add(new(nameof(ProblemTexts.ExchangeBadCharacter), code.PlaceOf(file), hex));
        }
    }
}
