using Dissemination.Intake.Documents;
using Dissemination.Problems;

namespace Dissemination.Tests.Intake.Documents;

public sealed class WorkbookReaderTests
{
    [Fact]
    public void Days_are_counted_from_the_files_own_first_day()
    {
        const string Row = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>41573.875</v></c></row>";

        Assert.Equal("27/10/2017 21:00", Cell(new(Row) { Properties = "<workbookPr date1904=\"1\"/>" }));
        Assert.Equal("26/10/2013 21:00", Cell(new(Row)));
    }

    [Fact]
    public void A_date_is_known_by_its_format_and_words_stay_words()
    {
        Assert.Equal("29/05/2021", Cell(new("<row r=\"1\"><c r=\"A1\" s=\"2\"><v>44345</v></c></row>")));
        Assert.Equal("05/29/2015", Cell(new(WorkbookFile.Row(1, "05/29/2015"))));
    }

    [Fact]
    public void Numbers_are_shown_as_the_office_writes_them()
    {
        Assert.Equal("40.000", Cell(new("<row r=\"1\"><c r=\"A1\" s=\"3\"><v>40000</v></c></row>")));
        Assert.Equal("0,5", Cell(new("<row r=\"1\"><c r=\"A1\"><v>0.5</v></c></row>")));
        Assert.Equal("0912", Cell(new("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>B1</f><v>0912</v></c></row>")));
    }

    [Fact]
    public void Merged_cells_hold_for_each_of_their_rows_and_are_told()
    {
        var read = Read(new(WorkbookFile.Row(1, "HR", "Jack") + WorkbookFile.Row(2, "", "Henry") + WorkbookFile.Row(3, "IT", "Mike"))
        {
            Behind = "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>",
        });

        Assert.Equal(["HR|Jack", "HR|Henry", "IT|Mike"], Rows(read));
        Assert.Contains(read.Notes, note => note.Code == nameof(ProblemTexts.SheetMerged));
    }

    [Fact]
    public void Words_in_several_pieces_are_one_text()
    {
        var read = Read(new("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
        {
            Shared = "<si><r><t>Mắc </t></r><r><rPr><b/></rPr><t>ca</t></r><rPh><t>khong</t></rPh></si>",
        });

        Assert.Equal(["Mắc ca"], Rows(read));
    }

    [Fact]
    public void Hidden_sheets_and_rows_are_not_taken_and_told()
    {
        var read = Read(new(WorkbookFile.Row(1, "bí mật"))
        {
            State = "veryHidden",
            Second = WorkbookFile.Row(1, "thấy") + "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"str\"><v>ẩn</v></c></row>",
        });

        Assert.Equal(["thấy"], Rows(read));
        Assert.Equal([nameof(ProblemTexts.SheetsHidden), nameof(ProblemTexts.SheetRowsHidden)], read.Notes.Select(note => note.Code));
    }

    [Fact]
    public void Entities_are_refused_before_anything_swells()
    {
        var file = new WorkbookFile(WorkbookFile.Row(1, "a")) { Prolog = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]>" }.ToDropped();

        Assert.Equal(nameof(ProblemTexts.DocumentEntities), WorkbookReader.Read(file).Problems[0].Code);
    }

    [Fact]
    public void A_csv_is_read_whatever_stands_between_its_cells()
    {
        foreach (var separator in (string[])[",", ";", "\t", "|"])
        {
            var read = CsvText.Read(new("a.csv", Package.Utf8($"a{separator}b\r\n\"1{separator}x\"{separator}143,1".Replace("143,1", separator == "," ? "143.1" : "143,1", StringComparison.Ordinal))));

            Assert.Equal(2, read.Value!.Rows[1].Length);
        }

        var wide = CsvText.Read(new("a.csv", (byte[])[0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("a,b\n4,ʤ")]));
        Assert.Equal("ʤ", wide.Value!.Rows[1][1]);
    }

    private static string Cell(WorkbookFile file) => Read(file).Rows[0][0];

    private static string[] Rows(ReadSheet read) => [.. read.Rows.Select(row => string.Join('|', row))];

    private static ReadSheet Read(WorkbookFile file)
    {
        var dropped = file.ToDropped();
        Assert.Equal((DocumentKind.Workbook, null), DocumentSniffer.Find(dropped));
        var read = WorkbookReader.Read(dropped);
        Assert.Equal([], read.Problems);
        return read.Value!;
    }
}
