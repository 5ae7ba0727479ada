using System.Globalization;
using System.Text;
using System.Xml;
using Dissemination.Directory;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// Writes TMX 1.4b. Characters that XML cannot hold become a place-holder of the type <c>x-cp</c> with their number, which other tools show
/// as a code; the format has no form of its own for them. A memory may be long, so it goes out piece by piece.
/// </summary>
internal static class TmxWriter
{
    public const string TimeForm = "yyyyMMdd'T'HHmmss'Z'";

    public const string CharacterType = "x-cp";

    /// <summary>The type of a place-holder that holds a mark or an address of the text itself.</summary>
    public const string MarkType = "x-mark";

    /// <summary>The type of the property that tells where a unit comes from.</summary>
    public const string OriginType = "x-origin";

    /// <summary>As much is held before it is sent.</summary>
    private const int PieceBytes = 64 * 1024;

    public static async Task WriteAsync(Stream to, IAsyncEnumerable<TmxUnit> units, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(
            bytes,
            new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize }))
        {
            xml.WriteStartElement("tmx");
            xml.WriteAttributeString("version", "1.4");
            WriteHeader(xml, now);
            xml.WriteStartElement("body");
            await foreach (var unit in units.WithCancellation(cancellationToken))
            {
                WriteUnit(xml, unit);
                xml.Flush();
                if (bytes.Length > PieceBytes)
                {
                    await SendAsync(bytes, to, cancellationToken);
                }
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        await SendAsync(bytes, to, cancellationToken);
    }

    private static async Task SendAsync(MemoryStream piece, Stream to, CancellationToken cancellationToken)
    {
        await to.WriteAsync(piece.GetBuffer().AsMemory(0, (int)piece.Length), cancellationToken);
        piece.SetLength(0);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    private static void WriteHeader(XmlWriter xml, DateTimeOffset now)
    {
        xml.WriteStartElement("header");
        xml.WriteAttributeString("creationtool", "Dissemination");
        xml.WriteAttributeString("creationtoolversion", "1");
        xml.WriteAttributeString("segtype", "sentence");
        xml.WriteAttributeString("o-tmf", "Dissemination");
        xml.WriteAttributeString("adminlang", LanguageTag.Vietnamese.Value);
        xml.WriteAttributeString("srclang", LanguageTag.Vietnamese.Value);
        xml.WriteAttributeString("datatype", "plaintext");
        xml.WriteAttributeString("creationdate", Time(now));
        xml.WriteEndElement();
    }

    private static void WriteUnit(XmlWriter xml, TmxUnit unit)
    {
        // By hand: the writer's own indenting would put space before a place-holder, into the words.
        xml.WriteWhitespace("\n");
        xml.WriteStartElement("tu");
        if (unit.Origin is { } origin)
        {
            xml.WriteStartElement("prop");
            xml.WriteAttributeString("type", OriginType);
            xml.WriteString(XmlPieces.Replaced(origin));
            xml.WriteEndElement();
        }

        WriteVariant(xml, LanguageTag.Vietnamese, unit.Source, unit: null);
        WriteVariant(xml, unit.Language, unit.Target, unit);
        xml.WriteEndElement();
    }

    private static void WriteVariant(XmlWriter xml, LanguageTag language, string words, TmxUnit? unit)
    {
        xml.WriteStartElement("tuv");
        xml.WriteAttributeString("xml", "lang", null, language.Value);
        if (unit?.ChangedAt is { } at)
        {
            xml.WriteAttributeString("changedate", Time(at));
        }

        if (unit?.ChangedBy is { } by)
        {
            xml.WriteAttributeString("changeid", XmlPieces.Replaced(by));
        }

        xml.WriteStartElement("seg");
        foreach (var (text, isMark) in InlineMarks.Of(words))
        {
            if (isMark && XmlPieces.Of(text).All(piece => piece.IsXml))
            {
                WritePlaceHolder(xml, MarkType, text);
            }
            else
            {
                WriteText(xml, text);
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string words)
    {
        foreach (var (text, isXml) in XmlPieces.Of(words))
        {
            if (isXml)
            {
                xml.WriteString(text);
            }
            else
            {
                WritePlaceHolder(xml, CharacterType, ((int)text[0]).ToString("X4", CultureInfo.InvariantCulture));
            }
        }
    }

    private static void WritePlaceHolder(XmlWriter xml, string type, string text)
    {
        xml.WriteStartElement("ph");
        xml.WriteAttributeString("type", type);
        xml.WriteString(text);
        xml.WriteEndElement();
    }
}
