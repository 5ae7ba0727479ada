using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// The words of a source or target. A code is what the file says that it stands for: its data, the code itself (1.2), the code of the same
/// number in the source, or its equivalent in plain text. What encloses words (<c>pc</c>, <c>mrk</c>, <c>g</c>) is read through, marks that
/// hold nothing (<c>sm</c>, <c>em</c>) fall away. A code of which nothing is known is refused: its meaning would be lost without a sign.
/// </summary>
internal sealed class XliffText(string file, List<Problem> problems)
{
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

    private static XElement? InSource(XElement code)
    {
        var (id, unit) = ((string?)code.Attribute("id"), UnitOf(code));
        return id is null
            ? null
            : unit?.Descendants(code.Name)
                .FirstOrDefault(
                    other => other != code && (string?)other.Attribute("id") == id
                        && other.Ancestors(code.Name.Namespace + "source").Any());
    }

    /// <summary>What the unit keeps of the original for a code; null where it keeps nothing.</summary>
    private string? DataOf(XElement code, string attribute)
    {
        var id = (string?)code.Attribute(attribute);
        var data = id is null
            ? null
            : UnitOf(code)?.Element(code.Name.Namespace + "originalData")?.Elements()
                .FirstOrDefault(element => (string?)element.Attribute("id") == id);
        return data is null ? null : Of(data);
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
