using System.Xml;

namespace Dissemination.Translation.Exchange;

/// <summary>A text cut at what XML cannot hold: control characters, halves of surrogate pairs, U+FFFE and U+FFFF.</summary>
internal static class XmlPieces
{
    /// <summary>The pieces in order: words, or one character that XML cannot hold.</summary>
    public static IEnumerable<(string Text, bool IsXml)> Of(string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length;)
        {
            var length = LengthAt(text, index);
            if (length > 0)
            {
                index += length;
                continue;
            }

            if (index > start)
            {
                yield return (text[start..index], true);
            }

            yield return (text[index..(index + 1)], false);
            start = ++index;
        }

        if (start < text.Length)
        {
            yield return (text[start..], true);
        }
    }

    /// <summary>The text with a replacement character in place of each that XML cannot hold.</summary>
    public static string Replaced(string text) => string.Concat(Of(text).Select(piece => piece.IsXml ? piece.Text : "\uFFFD"));

    private static int LengthAt(string text, int index) =>
        XmlConvert.IsXmlChar(text[index]) ? 1
        : index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]) ? 2
        : 0;
}
