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

    [Theory]
    [InlineData("0\"%\"", "45", "45%")]
    [InlineData("0\\%", "45", "45%")]
    [InlineData("0%", "0.45", "45%")]
    [InlineData("#,##0\" ha\"", "40000", "40.000 ha")]
    [InlineData("\"khoảng \"0.0", "-2.5", "-khoảng 2,5")]
    [InlineData("0000000000", "912345678", "0912345678")]
    [InlineData("_-* #,##0\\ [$₫-42A]_-;-* #,##0\\ [$₫-42A]_-;_-@_-", "1000", "1.000 ₫")]
    [InlineData("#,##0;[Red]-#,##0", "0", "0")]
    [InlineData("General\" người\"", "45", "45 người")]
    [InlineData("0.00E+00", "1234.5", "1234,5")]
    public void A_number_is_written_with_the_words_and_digits_of_its_format(string format, string value, string shown)
    {
        var read = Read(Formatted(format, value));

        Assert.Equal([shown], Rows(read));
        Assert.Empty(read.Notes);
    }

    [Theory]
    [InlineData("#,##0,,\" triệu\"", "5000000", "5.000.000")]
    [InlineData("# ?/?", "0.5", "0,5")]
    [InlineData("0\" ha\";0\" thiếu\"", "-3", "-3")]
    [InlineData("[>100]0\" ha\";0", "300", "300")]
    [InlineData("0000\\ 000\\ 000", "912345678", "912345678")]
    [InlineData("#,##0\" ha\"", "39999.6", "39.999,6 ha")]
    [InlineData("0%", "0.456", "45,6%")]
    [InlineData("0.0", "33.333333333333336", "33,3333333333")]
    [InlineData("mm/yyyy", "46327", "01/11/2026")]
    [InlineData("yyyy", "46327.5", "01/11/2026 12:00")]
    public void What_Excel_shows_otherwise_is_taken_as_stored_and_told(string format, string value, string taken)
    {
        var read = Read(Formatted(format, value));

        Assert.Equal([taken], Rows(read));
        Assert.Equal([nameof(ProblemTexts.SheetShownOtherwise)], read.Notes.Select(note => note.Code));
    }

    /// <summary>0.29 times 100 is a little less than 29 to a machine.</summary>
    [Theory]
    [InlineData(1, 2.5, true)]
    [InlineData(1, 2, false)]
    [InlineData(3, 39_999.6, true)]
    [InlineData(4, 1.25, false)]
    [InlineData(9, 0.29, false)]
    [InlineData(9, 0.295, true)]
    [InlineData(10, 0.2955, false)]
    [InlineData(17, 46_327, true)]
    [InlineData(14, 46_327, false)]
    [InlineData(20, 0.5, false)]
    public void Formats_that_every_workbook_knows_hide_digits_too(int format, double value, bool isTold) =>
        Assert.Equal(isTold, CellText.Of(value, (uint)format, code: null, since1904: false, withWords: true).IsOtherwise);

    [Fact]
    public void Figures_are_read_alone_where_they_are_counted()
    {
        var counted = WorkbookReader.Read(Formatted("#,##0\" người\"", "1240").ToDropped(), withWords: false);

        Assert.Equal("1.240", counted.Value!.Rows[0][0]);
    }

    [Theory]
    [InlineData("[h]:mm", "1.5", "36:00")]
    [InlineData("[h]\" giờ\"", "1.5", "36 giờ")]
    [InlineData("[m]", "0.0625", "90")]
    [InlineData("[s]", "0.0625", "5400")]
    public void A_time_that_passed_is_no_day(string format, string value, string shown) =>
        Assert.Equal([shown], Rows(Read(Formatted(format, value))));

    [Theory]
    [InlineData(45, 1_815, "30:15")]
    [InlineData(46, 91_815, "25:30:15")]
    [InlineData(47, 1_815, "30:15")]
    public void Times_that_passed_have_formats_that_every_workbook_knows(int format, int seconds, string shown) =>
        Assert.Equal(shown, CellText.Of(seconds / 86_400.0, (uint)format, code: null, since1904: false, withWords: true).Text);

    [Fact]
    public void A_time_without_a_day_is_the_same_in_the_files_of_old_Macs() =>
        Assert.Equal(
            "21:00",
            Cell(new("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>0.875</v></c></row>") { Properties = "<workbookPr date1904=\"1\"/>" }));

    [Fact]
    public void Escaped_characters_are_read_as_what_they_stand_for()
    {
        var read = Read(new(
            WorkbookFile.Row(1, "một_x000D_\nhai", "_x005F_x000D_", "a_x0000_b")
            + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>A1</f><v>một_x000D_\nhai</v></c></row>"));

        Assert.Equal(["một\nhai|_x000D_|ab", "một\nhai"], Rows(read));
    }

    [Fact]
    public void What_is_raised_stays_raised()
    {
        var read = Read(new("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
        {
            Shared = "<si><r><t>10</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>-3</t></r><r><t xml:space=\"preserve\"> H</t></r>"
                + "<r><rPr><vertAlign val=\"subscript\"/></rPr><t>2</t></r><r><t>O</t></r></si>",
        });

        Assert.Equal(["10⁻³ H₂O"], Rows(read));
    }

    [Fact]
    public void A_formula_that_nobody_calculated_is_told()
    {
        var read = Read(new(
            "<row r=\"1\"><c r=\"A1\"><f>1+1</f></c><c r=\"B1\"><f>1+1</f><v>2</v></c><c r=\"C1\" t=\"str\"><f>T(A1)</f><v></v></c></row>"));

        Assert.Equal(["|2"], Rows(read));
        Assert.Equal(
            [(nameof(ProblemTexts.SheetNotCalculated), "1"), (nameof(ProblemTexts.SheetFormulas), "2")],
            read.Notes.Select(note => (note.Code, note.Arguments[0])));
    }

    [Fact]
    public void Merged_cells_whose_first_row_is_hidden_hold_for_the_rows_that_are_seen()
    {
        var read = Read(new(
            WorkbookFile.Row(1, "HR", "Jack").Replace("<row", "<row hidden=\"1\"", StringComparison.Ordinal)
            + WorkbookFile.Row(2, "", "Henry"))
        {
            Behind = "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>",
        });

        Assert.Equal(["HR|Henry"], Rows(read));
        Assert.Equal([nameof(ProblemTexts.SheetRowsHidden), nameof(ProblemTexts.SheetMerged)], read.Notes.Select(note => note.Code));
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
    public void Another_sheet_whose_words_stand_in_its_cells_is_told() =>
        Assert.Equal(
            [nameof(ProblemTexts.SheetsOther)],
            Read(new(WorkbookFile.Row(1, "một")) { Second = WorkbookFile.Row(1, "hai") }).Notes.Select(note => note.Code));

    [Fact]
    public void Rows_far_below_the_others_are_told()
    {
        var read = Read(new(WorkbookFile.Row(1, "một") + WorkbookFile.Row(1_002, "xa") + WorkbookFile.Row(1_003, "nữa")));

        Assert.Equal(["một"], Rows(read));
        Assert.Equal([(nameof(ProblemTexts.SheetRowsFar), "2")], read.Notes.Select(note => (note.Code, note.Arguments[0])));
    }

    [Fact]
    public void What_stands_behind_the_last_column_and_what_bears_the_number_of_another_is_told()
    {
        var read = Read(new(
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>một</v></c><c r=\"A1\" t=\"str\"><v>lại</v></c>"
            + "<c r=\"GS1\" t=\"str\"><v>xa</v></c></row>"
            + WorkbookFile.Row(2, "hai") + WorkbookFile.Row(2, "ba")));

        Assert.Equal(["một", "hai"], Rows(read));
        Assert.Equal(
            [(nameof(ProblemTexts.SheetPlacesTwice), "2"), (nameof(ProblemTexts.SheetCellsFar), "1")],
            read.Notes.Select(note => (note.Code, note.Arguments[0])));

        var wide = CsvText.Read(new("a.csv", Package.Utf8($"a,b\n{string.Join(',', Enumerable.Range(1, 202))}"))).Value!;
        Assert.Equal([(nameof(ProblemTexts.SheetCellsFar), "2")], wide.Notes.Select(note => (note.Code, note.Arguments[0])));
        Assert.Equal(200, wide.Rows[1].Length);
    }

    [Fact]
    public void Words_in_old_fonts_stay_as_they_were_typed_and_what_they_mean_stands_beside_them()
    {
        var read = Read(new(
            "<row r=\"1\"><c r=\"A1\" s=\"5\" t=\"inlineStr\"><is><t>TØnh §iÖn Biªn</t></is></c>"
            + "<c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"5\"><v>40000</v></c><c r=\"D1\" t=\"str\"><v>Biªn</v></c></row>")
        {
            Font = ".VnTime",
            Shared = "<si><r><t>Mắc ca </t></r><r><rPr><rFont val=\"VNI-Times\"/></rPr><t>toát</t></r></si>",
        });

        Assert.Equal(["TØnh §iÖn Biªn|Mắc ca toát|40000|Biªn"], Rows(read));
        Assert.Equal([".VnTime", "VNI-Times"], read.OldFonts);
        Assert.Equal(("Tỉnh Điện Biên", "Mắc ca tốt"), (read.MeaningOf("TØnh §iÖn Biªn"), read.MeaningOf("Mắc ca toát")));
        Assert.Equal(2, read.Meant.Count);
    }

    [Fact]
    public void Entities_are_refused_before_anything_swells()
    {
        var file = new WorkbookFile(WorkbookFile.Row(1, "a")) { Prolog = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]>" }.ToDropped();

        Assert.Equal(nameof(ProblemTexts.DocumentEntities), WorkbookReader.Read(file).Problems[0].Code);
    }

    [Fact]
    public void Words_that_stand_in_a_file_once_and_in_thousands_of_cells_are_not_written_out_without_end()
    {
        var row = $"<row>{string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 200))}</row>";
        WorkbookFile OfRows(int number) => new(string.Concat(Enumerable.Repeat(row, number)))
        {
            Shared = $"<si><t>{new string('a', 3_000)}</t></si>",
        };

        Assert.Equal(600, Read(OfRows(3)).Rows.Sum(cells => cells.Length));
        var refused = WorkbookReader.Read(OfRows(4).ToDropped());
        Assert.Equal([nameof(ProblemTexts.DocumentBomb)], refused.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void No_row_stands_behind_the_last_one_that_Excel_has()
    {
        var read = Read(new(
            "<row r=\"4294967295\"><c t=\"str\"><v>xa</v></c></row><row r=\"2000000000\"><c t=\"str\"><v>gần</v></c></row>"));

        Assert.Equal(1_048_576, Assert.Single(read.Numbers));
        Assert.Equal([nameof(ProblemTexts.SheetPlacesTwice)], read.Notes.Select(note => note.Code));
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

    private static WorkbookFile Formatted(string format, string value) =>
        new($"<row r=\"1\"><c r=\"A1\" s=\"4\"><v>{value}</v></c></row>") { Format = format };

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
