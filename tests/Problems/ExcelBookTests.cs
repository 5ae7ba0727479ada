using System.Globalization;
using Dissemination.Intake.Documents;
using Dissemination.Problems;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MiniExcelLibs;

namespace Dissemination.Tests.Problems;

public sealed class ExcelBookTests
{
    private static readonly ExcelTable Table = new(
        "Theo xã",
        [new("Xã", 26), new("Số bài"), new("Trung bình"), new("Ngày"), new("Tính đến lúc", 18), new("Giờ")],
        [
            ["Búng Lao", 1_240L, 2.5m, new DateOnly(2026, 11, 3), new DateTimeOffset(2026, 11, 3, 17, 30, 59, TimeSpan.Zero), new TimeOnly(7, 30)],
            ["Na Bung", Texts.NotMeasured, 0, null, "", null],
        ]);

    [Fact]
    public void Numbers_days_and_times_are_read_back_as_what_they_are_and_what_was_not_measured_as_words()
    {
        using var content = new MemoryStream(ExcelBook.Write(Table));
        var rows = content.Query(excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToList()).ToList();

        Assert.Equal(["Xã", "Số bài", "Trung bình", "Ngày", "Tính đến lúc", "Giờ"], rows[0]);
        Assert.Equal("Búng Lao", rows[1][0]);
        Assert.Equal(1_240d, rows[1][1]);
        Assert.Equal(2.5d, rows[1][2]);
        Assert.Equal(new DateTime(2026, 11, 3), rows[1][3]);
        Assert.Equal(new DateTime(2026, 11, 4, 0, 30, 0), rows[1][4]);
        Assert.Equal(new TimeSpan(7, 30, 0), rows[1][5]);
        Assert.Equal(Texts.NotMeasured, rows[2][1]);
        Assert.Equal(0d, rows[2][2]);
        Assert.All(rows[2].Skip(3), Assert.Null);
    }

    [Fact]
    public void A_file_is_what_the_description_of_the_format_asks_for()
    {
        using var content = new MemoryStream(ExcelBook.Write(Table, Table with { Name = "L'ăn [1]: a/b?" }, new("Trống", [new("Cột")], [])));
        using var book = SpreadsheetDocument.Open(content, isEditable: false);

        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(
            ["'Theo xã'!$1:$1", "'L''ăn  1   a b'!$1:$1", "'Trống'!$1:$1"],
            book.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>().Select(name => name.Text));
        Assert.All(
            book.WorkbookPart.WorksheetParts,
            part => Assert.Equal(PaneStateValues.Frozen, part.Worksheet!.Descendants<Pane>().Single().State!.Value));
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-US")]
    public void The_same_tables_make_the_same_bytes_whoever_asks(string culture)
    {
        var expected = ExcelBook.Write(Table);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, ExcelBook.Write(Table));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://a\")")]
    [InlineData("+84 912 345 678")]
    [InlineData("-1+1")]
    [InlineData("＝1+1")]
    [InlineData("007")]
    [InlineData("_x0041_ and _x005F_x0041_")]
    [InlineData(" two lines,\nsecond ")]
    [InlineData("Đoàn kết 🌾 ꪜꪴꪀ")]
    public void Words_come_back_letter_by_letter_and_are_never_a_formula(string words)
    {
        var bytes = ExcelBook.Write(new ExcelTable("a", [new("a")], [[words]]));

        using var content = new MemoryStream(bytes);
        var read = content.Query(excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Last()["A"];
        Assert.Equal(words, read);
        using var book = SpreadsheetDocument.Open(content, isEditable: false);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Equal(CellValues.InlineString, sheet.Descendants<Cell>().Last().DataType!.Value);
    }

    [Fact]
    public void What_a_cell_cannot_hold_is_left_out_and_what_is_too_long_says_that_it_was_shortened()
    {
        var cells = Read(new ExcelTable("a", [new("a")], [["a\0b\u0001\uD800c\r\nd"], [new string('đ', 40_000)]]));

        Assert.Equal("abc\nd", cells[1]);
        Assert.Equal(32_767, cells[2].Length);
        Assert.EndsWith(Texts.ExcelShortened, cells[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_have_names_that_Excel_takes_each_once()
    {
        var names = ExcelSheetNames.Of(["Theo xã", "THEO XÃ", "", "'", "History", "a:b\\c", new string('ă', 40), new string('ă', 35)]);

        Assert.Equal(
            ["Theo xã", "THEO XÃ (2)", "1", "1 (2)", "History (2)", "a b c", new string('ă', 31), $"{new string('ă', 27)} (2)"], names);
    }

    [Fact]
    public void The_reader_of_what_people_hand_in_reads_it_too()
    {
        var sheet = WorkbookReader.Read(new("bảng.xlsx", ExcelBook.Write(Table))).AssertValid();

        Assert.Equal(("Theo xã", "Búng Lao"), (sheet.Name, sheet.Rows[1][0]));
    }

    /// <summary>The first column, head first, as the library that wrote it reads it.</summary>
    private static List<string> Read(ExcelTable table)
    {
        using var content = new MemoryStream(ExcelBook.Write(table));
        using var book = SpreadsheetDocument.Open(content, isEditable: false);
        return [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Select(cell => cell.InnerText)];
    }
}
