using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Dissemination.Directory;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// Writes XLIFF 2.1. Markdown marks and addresses go out as codes that are neither to be copied nor deleted: see <see cref="InlineMarks"/>.
/// </summary>
internal static class XliffWriter
{
    public static byte[] Write(ExchangeDocument document)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(
            bytes,
            new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize }))
        {
            xml.WriteStartElement("xliff", XliffNames.Two.NamespaceName);
            xml.WriteAttributeString("version", "2.1");
            xml.WriteAttributeString("srcLang", LanguageTag.Vietnamese.Value);
            xml.WriteAttributeString("trgLang", document.Language.Value);
            foreach (var file in document.Files)
            {
                // By hand: the writer's own indenting would put space before a <cp>, into the words.
                xml.WriteWhitespace("\n");
                xml.WriteStartElement("file", XliffNames.Two.NamespaceName);
                xml.WriteAttributeString("id", file.Version.ToString());
                xml.WriteAttributeString("original", file.Version.ToString());
                // A segment is what the memory and the record of edits know: no tool may cut it otherwise.
                xml.WriteAttributeString("canResegment", "no");
                foreach (var unit in file.Units)
                {
                    xml.WriteWhitespace("\n");
                    WriteUnit(xml, unit);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteUnit(XmlWriter xml, ExchangeUnit unit)
    {
        xml.WriteStartElement("unit", XliffNames.Two.NamespaceName);
        xml.WriteAttributeString("id", XmlConvert.VerifyNMTOKEN(unit.Id));
        xml.WriteAttributeString("name", unit.Part.ToString());
        xml.WriteAttributeString("xml", "space", null, "preserve");
        if (unit.Note is { } note)
        {
            xml.WriteStartElement("notes", XliffNames.Two.NamespaceName);
            xml.WriteElementString("note", XliffNames.Two.NamespaceName, XmlPieces.Replaced(note));
            xml.WriteEndElement();
        }

        var marks = new UnitMarks(unit);
        WriteData(xml, marks);
        xml.WriteStartElement("segment", XliffNames.Two.NamespaceName);
        xml.WriteAttributeString("state", XliffNames.Of(unit.Target is null ? ExchangeState.Initial : unit.State));
        WriteWords(xml, "source", marks.Source);
        if (unit.Target is not null)
        {
            WriteWords(xml, "target", marks.Target);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteData(XmlWriter xml, UnitMarks marks)
    {
        if (marks.Data.IsEmpty)
        {
            return;
        }

        xml.WriteStartElement("originalData", XliffNames.Two.NamespaceName);
        foreach (var (number, mark) in marks.Data.Index())
        {
            xml.WriteStartElement("data", XliffNames.Two.NamespaceName);
            xml.WriteAttributeString("id", DataOf(number));
            xml.WriteAttributeString("xml", "space", null, "preserve");
            WriteText(xml, mark);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteWords(XmlWriter xml, string name, ImmutableArray<(string Text, int? Mark)> pieces)
    {
        xml.WriteStartElement(name, XliffNames.Two.NamespaceName);
        foreach (var (text, mark) in pieces)
        {
            if (mark is not { } number)
            {
                WriteText(xml, text);
                continue;
            }

            xml.WriteStartElement("ph", XliffNames.Two.NamespaceName);
            xml.WriteAttributeString("id", (number + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("canCopy", "no");
            xml.WriteAttributeString("canDelete", "no");
            xml.WriteAttributeString("dataRef", DataOf(number));
            // What a translator sees in its place.
            xml.WriteAttributeString("disp", XmlPieces.Replaced(text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string DataOf(int mark) => string.Create(CultureInfo.InvariantCulture, $"d{mark + 1}");

    private static void WriteText(XmlWriter xml, string words)
    {
        foreach (var (text, isXml) in XmlPieces.Of(words))
        {
            if (isXml)
            {
                xml.WriteString(text);
                continue;
            }

            xml.WriteStartElement("cp", XliffNames.Two.NamespaceName);
            xml.WriteAttributeString("hex", ((int)text[0]).ToString("X4", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
    }
}
