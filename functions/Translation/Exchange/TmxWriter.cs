using System.Globalization;
using System.Text;
using System.Xml;
using Dissemination.Directory;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// Writes TMX 1.4b. Characters that XML cannot hold become a place-holder of the type <c>x-cp</c> with their number, which other tools show
/// as a code; the format has no form of its own for them.
/// </summary>
internal static class TmxWriter
{
    public const string TimeForm = "yyyyMMdd'T'HHmmss'Z'";

    public const string CharacterType = "x-cp";

    public static byte[] Write(IEnumerable<TmxUnit> units, DateTimeOffset now)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize }))
        {
            xml.WriteStartElement("tmx");
            xml.WriteAttributeString("version", "1.4");
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
            xml.WriteStartElement("body");
            foreach (var unit in units)
            {
                // By hand: the writer's own indenting would put space before a place-holder, into the words.
                xml.WriteWhitespace("\n");
                xml.WriteStartElement("tu");
                WriteVariant(xml, LanguageTag.Vietnamese, unit.Source, unit: null);
                WriteVariant(xml, unit.Language, unit.Target, unit);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

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
        foreach (var (text, isXml) in XmlPieces.Of(words))
        {
            if (isXml)
            {
                xml.WriteString(text);
                continue;
            }

            xml.WriteStartElement("ph");
            xml.WriteAttributeString("type", CharacterType);
            xml.WriteString(((int)text[0]).ToString("X4", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
