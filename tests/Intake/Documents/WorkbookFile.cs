using System.Security;
using Dissemination.Intake.Documents;

namespace Dissemination.Tests.Intake.Documents;

/// <summary>An Excel file of a test's own: its XML as Excel writes it, zipped by hand.</summary>
internal sealed class WorkbookFile(string sheetData)
{
    private const string Names = """
        xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """;

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>What stands behind the rows.</summary>
    public string Behind { get; init; } = "";

    public string Shared { get; init; } = "";

    public string Properties { get; init; } = "";

    /// <summary>The state of the first sheet; the second is seen.</summary>
    public string State { get; init; } = "visible";

    public string Second { get; init; } = "";

    public string Prolog { get; init; } = "";

    /// <summary>The code of a number format of its own: style 4.</summary>
    public string Format { get; init; } = "General";

    /// <summary>The font of style 5.</summary>
    public string Font { get; init; } = "Calibri";

    public byte[] ToBytes() => Package.Of(
        ("[Content_Types].xml", Package.Utf8($"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/>
            <Override PartName="/xl/one.xml" ContentType="{Type}.worksheet+xml"/><Override PartName="/xl/two.xml" ContentType="{Type}.worksheet+xml"/>
            <Override PartName="/xl/shared.xml" ContentType="{Type}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/>
            </Types>
            """)),
        ("_rels/.rels", Package.Utf8(Relations(("a", "officeDocument", "xl/workbook.xml")))),
        ("xl/_rels/workbook.xml.rels", Package.Utf8(Relations(
            ("one", "worksheet", "one.xml"), ("two", "worksheet", "two.xml"), ("s", "sharedStrings", "shared.xml"), ("t", "styles", "styles.xml")))),
        ("xl/workbook.xml", Package.Utf8(
            $"<workbook {Names}>{Properties}<sheets><sheet name=\"Một\" sheetId=\"1\" state=\"{State}\" r:id=\"one\"/><sheet name=\"Hai\" sheetId=\"2\" r:id=\"two\"/></sheets></workbook>")),
        ("xl/one.xml", Package.Utf8($"<worksheet {Names}><sheetData>{sheetData}</sheetData>{Behind}</worksheet>")),
        ("xl/two.xml", Package.Utf8($"<worksheet {Names}><sheetData>{Second}</sheetData></worksheet>")),
        ("xl/shared.xml", Package.Utf8($"{Prolog}<sst {Names}>{Shared}</sst>")),
        ("xl/styles.xml", Package.Utf8(
            $"<styleSheet {Names}><numFmts count=\"2\"><numFmt numFmtId=\"170\" formatCode=\"d-mmm\"/><numFmt numFmtId=\"171\" formatCode=\"{SecurityElement.Escape(Format)}\"/></numFmts><fonts count=\"2\"><font><name val=\"Calibri\"/></font><font><name val=\"{Font}\"/></font></fonts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"170\"/><xf numFmtId=\"3\"/><xf numFmtId=\"171\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>")));

    public DroppedDocument ToDropped(string name = "bảng.xlsx") => new(name, ToBytes());

    /// <summary>A row of words.</summary>
    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, at) => cell.Length == 0 ? "" : $"<c r=\"{(char)('A' + at)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{Office}/{one.Type}\" Target=\"{one.Target}\"/>"))}</Relationships>";
}
