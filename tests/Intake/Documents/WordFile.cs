using Dissemination.Intake.Documents;

namespace Dissemination.Tests.Intake.Documents;

/// <summary>A Word file of a test's own: its XML as Word writes it, zipped by hand.</summary>
internal sealed class WordFile(string body)
{
    private const string Types = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
        <Default Extension="emf" ContentType="image/x-emf"/>
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
        <Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
        <Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>
        </Types>
        """;

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Names = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml"
        """;

    private readonly List<(string Name, byte[] Bytes)> _parts = [];
    private readonly List<string> _relations = [];

    public string Styles { get; init; } = "";

    public string Numbering { get; init; } = "";

    /// <summary>What stands before the root of the document.</summary>
    public string Prolog { get; init; } = "";

    public WordFile With(string id, string type, string target, byte[]? bytes = null)
    {
        var mode = bytes is null ? " TargetMode=\"External\"" : "";
        _relations.Add($"""<Relationship Id="{id}" Type="{Office}/{type}" Target="{target}"{mode}/>""");
        if (bytes is not null)
        {
            _parts.Add(($"word/{target}", bytes));
        }

        return this;
    }

    public WordFile WithComments(params string[] words) => With("comments", "comments", "comments.xml", Package.Utf8(
        $"<w:comments {Names}>{string.Concat(words.Select((text, at) => $"<w:comment w:id=\"{at}\" w:author=\"Người sửa\">{P(text)}</w:comment>"))}</w:comments>"));

    public byte[] ToBytes()
    {
        string[] relations =
        [
            .. _relations,
            $"""<Relationship Id="styles" Type="{Office}/styles" Target="styles.xml"/>""",
            $"""<Relationship Id="numbering" Type="{Office}/numbering" Target="numbering.xml"/>""",
        ];
        return Package.Of(
        [
            ("[Content_Types].xml", Package.Utf8(Types)),
            ("_rels/.rels", Package.Utf8(Relations($"""<Relationship Id="r" Type="{Office}/officeDocument" Target="word/document.xml"/>"""))),
            ("word/_rels/document.xml.rels", Package.Utf8(Relations(string.Concat(relations)))),
            ("word/styles.xml", Package.Utf8($"<w:styles {Names}>{Styles}</w:styles>")),
            ("word/numbering.xml", Package.Utf8($"<w:numbering {Names}>{Numbering}</w:numbering>")),
            ("word/document.xml", Package.Utf8($"{Prolog}<w:document {Names}><w:body>{body}</w:body></w:document>")),
            .. _parts,
        ]);
    }

    public DroppedDocument ToDropped(string name = "bài.docx") => new(name, ToBytes());

    /// <summary>A paragraph of plain words.</summary>
    public static string P(string words, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{R(words)}</w:p>";

    /// <summary>A run.</summary>
    public static string R(string words, string properties = "") =>
        $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>";

    /// <summary>A picture in the line; its words for those who cannot see it.</summary>
    public static string Picture(string id, string alt, string attribute = "r:embed") => $"""
        <w:r><w:drawing><wp:inline><wp:extent cx="100" cy="100"/><wp:docPr id="1" name="p" descr="{alt}"/><a:graphic>
        <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip {attribute}="{id}"/></pic:blipFill></pic:pic>
        </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
        """;

    /// <summary>A point of a list.</summary>
    public static string Item(string words, int list, int level = 0) =>
        P(words, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    private static string Relations(string relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>""";
}
