using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// The words of a source or target. What encloses words (<c>pc</c>, <c>mrk</c>, <c>g</c>) is read through, marks that hold nothing
/// (<c>sm</c>, <c>em</c>) fall away. A code that stands for something outside the text is refused: no file of ours has one, and its meaning
/// would be lost without a sign.
/// </summary>
internal sealed class XliffWords(string file, List<Problem> problems)
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
                    Append(around, words);
                    break;
                case XElement { Name.LocalName: "sm" or "em" }:
                    break;
                case XElement { Name.LocalName: "cp" } code:
                    AppendCharacter(code, words);
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
