using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Dissemination.Problems;

namespace Dissemination.Translation.Glossary;

/// <summary>
/// A TBX file of any of the kinds that tools write: <c>tbx</c> in the style DCA or DCT, and <c>martif</c> from before 2019. Elements are known by their
/// local names, because the kinds differ in namespaces. Nothing outside the file is ever read for it.
/// </summary>
internal sealed record TbxDocument(ImmutableArray<TbxEntry> Entries)
{
    /// <summary>A term lies nine deep, or eleven with what marks a part of it.</summary>
    private const int MostLevels = 32;

    private const string Status = "administrativeStatus";

    public static Parsed<TbxDocument> Read(string file, ReadOnlySpan<byte> bytes)
    {
        var text = TextFile.Read(file, bytes);
        if (!text.IsValid)
        {
            return Parsed<TbxDocument>.Bad(text.Problems);
        }

        if (text.Value.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            return Bad(nameof(ProblemTexts.TbxDocumentType), new(file, text.Value.AsSpan(0, at).Count('\n') + 1));
        }

        try
        {
            return TooDeep(text.Value) is { } line
                ? Bad(nameof(ProblemTexts.TbxTooDeep), new(file, line), MostLevels.ToString(CultureInfo.InvariantCulture))
                : Read(file, Load(text.Value));
        }
        catch (XmlException e)
        {
            return Bad(nameof(ProblemTexts.TbxMalformed), new(file, e.LineNumber > 0 ? e.LineNumber : null), e.Message);
        }
    }

    private static Parsed<TbxDocument> Read(string file, XElement root) =>
        root.Name.LocalName is "tbx" or "martif"
            ? Parsed<TbxDocument>.Of(new([.. root.Descendants().Where(element => element.Name.LocalName is "conceptEntry" or "termEntry").Select(Entry)]))
            : Bad(nameof(ProblemTexts.TbxNotGlossary), new(file, LineOf(root)), root.Name.LocalName);

    private static TbxEntry Entry(XElement entry) => new(
        [
            .. from section in entry.Elements()
               where section.Name.LocalName is "langSec" or "langSet"
               from term in section.Descendants()
               where term.Name.LocalName is "term"
               select (LanguageOf(section), Term(term)),
        ],
        NotesIn(entry).FirstOrDefault());

    /// <summary>What is said of a term stands beside it or, around <c>termGrp</c>, one further out.</summary>
    private static TbxTerm Term(XElement term)
    {
        var group = term.Parent!;
        IEnumerable<XElement> around = group.Name.LocalName is "termGrp" ? [group, group.Parent!] : [group];
        var status = around.SelectMany(element => element.Elements().Concat(element.Elements().Where(inner => inner.Name.LocalName is "termNoteGrp").Elements()))
            .FirstOrDefault(element => element.Name.LocalName is Status || (element.Name.LocalName is "termNote" && (string?)element.Attribute("type") is Status));
        var notes = around.SelectMany(NotesIn).ToArray();
        return new(term.Value, status?.Value.Trim(), notes.FirstOrDefault(note => note != TbxTerm.LockedNote), notes.Contains(TbxTerm.LockedNote), LineOf(term));
    }

    private static IEnumerable<string> NotesIn(XElement element) => element.Elements().Where(inner => inner.Name.LocalName is "note").Select(note => note.Value);

    private static string LanguageOf(XElement section) => (string?)section.Attribute(XNamespace.Xml + "lang") ?? (string?)section.Attribute("lang") ?? "";

    private static int LineOf(XElement element) => ((IXmlLineInfo)element).LineNumber;

    /// <summary>The line where the file goes deeper than any glossary does.</summary>
    private static int? TooDeep(string text)
    {
        using var reader = Reader(text);
        while (reader.Read())
        {
            if (reader.Depth > MostLevels)
            {
                return ((IXmlLineInfo)reader).LineNumber;
            }
        }

        return null;
    }

    private static XElement Load(string text)
    {
        using var reader = Reader(text);
        return XElement.Load(reader, LoadOptions.SetLineInfo);
    }

    private static XmlReader Reader(string text) => XmlReader.Create(
        new StringReader(text),
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = TextFile.MostBytes, IgnoreComments = true, IgnoreProcessingInstructions = true });

    private static Parsed<TbxDocument> Bad(string code, Place place, params ImmutableArray<string> arguments) =>
        Parsed<TbxDocument>.Bad([new(code, place, arguments)]);
}
