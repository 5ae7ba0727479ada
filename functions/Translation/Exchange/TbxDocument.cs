using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// A TBX file of any of the kinds that tools write: <c>tbx</c> in the style DCA or DCT, and <c>martif</c> from before 2019. Elements are
/// known by their local names, because the kinds differ in namespaces. It is read as carefully as any XML of another tool: see
/// <see cref="ExchangeXml"/>.
/// </summary>
internal sealed record TbxDocument(ImmutableArray<TbxEntry> Entries)
{
    /// <summary>What says how a term stands; tools write the second one too.</summary>
    private static readonly ImmutableArray<string> Statuses = ["administrativeStatus", "normativeAuthorization"];

    public static Parsed<TbxDocument> Read(string file, ReadOnlySpan<byte> bytes)
    {
        var xml = ExchangeXml.Load(file, bytes);
        return xml.IsValid ? Read(file, xml.Value.Root!) : Parsed<TbxDocument>.Bad(xml.Problems);
    }

    private static Parsed<TbxDocument> Read(string file, XElement root) =>
        root.Name.LocalName is "tbx" or "martif"
            ? Parsed<TbxDocument>.Of(
                new([.. root.Descendants().Where(element => element.Name.LocalName is "conceptEntry" or "termEntry").Select(Entry)]))
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
        var status = around.SelectMany(
            element => element.Elements().Concat(element.Elements().Where(inner => inner.Name.LocalName is "termNoteGrp").Elements()))
            .FirstOrDefault(
                element => IsStatus(element.Name.LocalName)
                    || (element.Name.LocalName is "termNote" && IsStatus((string?)element.Attribute("type"))));
        var notes = around.SelectMany(NotesIn).ToArray();
        return new(
            term.Value,
            status?.Value.Trim() is { Length: > 0 } told ? told : null,
            notes.FirstOrDefault(note => note != TbxTerm.LockedNote),
            notes.Contains(TbxTerm.LockedNote),
            LineOf(term));
    }

    private static bool IsStatus(string? name) => name is not null && Statuses.Contains(name, StringComparer.Ordinal);

    private static IEnumerable<string> NotesIn(XElement element) =>
        element.Elements().Where(inner => inner.Name.LocalName is "note").Select(note => note.Value);

    private static string LanguageOf(XElement section) =>
        (string?)section.Attribute(XNamespace.Xml + "lang") ?? (string?)section.Attribute("lang") ?? "";

    private static int LineOf(XElement element) => ((IXmlLineInfo)element).LineNumber;

    private static Parsed<TbxDocument> Bad(string code, Place place, params ImmutableArray<string> arguments) =>
        Parsed<TbxDocument>.Bad([new(code, place, arguments)]);
}
