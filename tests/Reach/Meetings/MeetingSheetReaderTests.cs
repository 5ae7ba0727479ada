using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dissemination.Directory;
using Dissemination.Intake.Documents;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Tests.Directory;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Reach.Meetings;

public sealed class MeetingSheetReaderTests
{
    private const string Head = "Xã, phường;Loại;Ngày;Giờ;Nơi họp;Hình thức;Ngôn ngữ;Số người dự;"
        + "Ý kiến trực tiếp;Ý kiến trực tuyến;Chủ đề;Tin bài";

    private static readonly DirectorySnapshot Directory = DirectoryText.Snapshot();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_sheet_is_read_with_Vietnamese_heads_and_words_and_any_separator()
    {
        var sheet = Read($"STT;{Head}\n1;xã Búng Lao;Họp bản;3/11/2026;7h30;bản Búng;trực tiếp;Việt, Thái;1.240;;;;mac-ca;\n");

        var told = Assert.Single(sheet.Rows).Told!;
        Assert.Empty(sheet.AllProblems);
        Assert.Equal(("bung-lao", new DateOnly(2026, 11, 3)), (told.Commune.Value, told.Day));
        Assert.Equal(
            (MeetingKind.VillageMeeting, new TimeOnly(7, 30), 1_240),
            (told.Meeting!.Kind, told.Meeting.Time!.Value, told.Meeting.Attendance!.Value));
        Assert.Equal(["vi", "blt-Tavt"], told.Meeting.Languages.Select(tag => tag.Value));
        Assert.Equal(["mac-ca"], told.Items.Select(item => item.Value));
    }

    [Fact]
    public void English_heads_do_as_well_and_a_communicators_rows_are_of_the_own_commune()
    {
        var sheet = Read("kind,day,opinions in person,opinions online\nopinions,2026-11-02,12,\n", reader: "bung-lao-1");

        Assert.Empty(sheet.AllProblems);
        Assert.True(Assert.Single(sheet.Rows).Told!.SaysTheSameAs(MeetingText.Opinions("bung-lao", new(2026, 11, 2), inPerson: 12)));
    }

    [Theory]
    [InlineData("Búng Lao;họp bản;05/29/2026;;bản;;;45;;;;", "NotADate:2")]
    [InlineData("Búng Lao;họp bản;3/12/2026;;bản;;;45;;;;", "MeetingInFuture:2")]
    [InlineData("Búng Lao;họp bản;3/11/2026;7.5;bản;;;45;;;;", "MeetingTimeUnreadable:2")]
    [InlineData("Búng Lao;họp bản;3/11/2026;;;;;45;;;;", "MeetingPlaceMissing:2")]
    [InlineData("Búng Lao;họp bản;3/11/2026;;bản;;;1,5;;;;", "AttendanceNotANumber:2")]
    [InlineData("Búng Lao;họp bản;3/11/2026;;bản;;;50.000;;;;", "AttendanceTooHigh:2")]
    [InlineData("Búng Lao;họp bản;3/11/2026;;bản;;;45;3;;;", "SheetRowMixed:2")]
    [InlineData("Búng Lao;ý kiến;3/11/2026;;;;;;;;;", "OpinionsMissing:2")]
    [InlineData("Búng Lao;tiệc;3/11/2026;;bản;;;45;;;;", "NotAChoice:2")]
    [InlineData("Búng Láo;họp bản;3/11/2026;;bản;;;45;;;;", "UnknownCommune:2")]
    [InlineData("Búng Lao;họp bản;3/11/2026;;bản;;tiếng Lào;45;;;;", "LanguageUnknown:2")]
    [InlineData("Búng Lao;họp bản;3/11/2026;;bản;;;45;;;;;thừa", "RowLength:2")]
    public void What_is_wrong_with_a_row_is_said_with_its_line(string row, string problem) =>
        Assert.Equal([problem], Read($"{Head}\n{row}\n").AllProblems.AtLines());

    [Fact]
    public void A_problem_names_the_column_as_people_call_it()
    {
        var problem = Assert.Single(Read($"{Head}\nBúng Lao;họp bản;mai;;bản;;;45;;;;\n").AllProblems);
        Assert.Equal(ToldLabels.FieldOf(ToldField.Day), problem.Place!.Field);

        var missing = Assert.Single(Read("Loại;Nơi họp\nHọp bản;bản\n", reader: "bung-lao-1").Problems);
        Assert.Equal(("ColumnMissing", ToldLabels.FieldOf(ToldField.Day)), (missing.Code, missing.Arguments[0]));
    }

    [Fact]
    public void Two_rows_that_tell_of_the_same_are_for_a_person_to_settle()
    {
        const string Row = "Búng Lao;họp bản;3/11/2026;7:30;bản Búng;;;45;;;;";
        var other = Row.Replace("bản Búng", "Bản  búng", StringComparison.Ordinal);

        Assert.Equal(["SheetRowTwice:3"], Read($"{Head}\n{Row}\n{other}\n").AllProblems.AtLines());
    }

    [Fact]
    public void A_communicators_sheet_tells_of_no_other_commune() =>
        Assert.Equal(
            ["NotYourCommune:2"],
            Read($"{Head}\nMường Thanh;họp bản;2/11/2026;;tổ 3;;;45;;;;\n", reader: "bung-lao-1").AllProblems.AtLines());

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void The_template_is_read_again_in_the_language_in_which_it_was_written(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            AssertTemplates();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static void AssertTemplates()
    {
        foreach (var (name, bytes) in new[] { ("mau.csv", SheetTemplate.Csv()), ("mau.xlsx", SheetTemplate.Excel(Directory)) })
        {
            // Its heads are known; only rows are missing.
            Assert.Equal(["NoRows"], Read(bytes, name).AllProblems.Select(problem => problem.Code));
        }

        Assert.All(Enum.GetValues<MeetingKind>(), kind => Assert.True(SheetColumns.Kinds.ContainsKey(Labels.Of(kind))));
        Assert.All(Enum.GetValues<MeetingMode>(), mode => Assert.True(SheetColumns.Modes.ContainsKey(Labels.Of(mode))));
        Assert.True(SheetColumns.Kinds.ContainsKey(Texts.Opinions));
    }

    [Fact]
    public void An_Excel_sheet_is_read_with_dates_times_and_numbers_as_cells()
    {
        var sheet = Read(Excel(new(2026, 11, 3), new TimeOnly(7, 30), 45L), "hoi-nghi.xlsx");

        Assert.Empty(sheet.AllProblems);
        Assert.True(Assert.Single(sheet.Rows).Told!.SaysTheSameAs(MeetingText.Meeting("bung-lao")));
    }

    [Fact]
    public void A_sheet_whose_days_begin_with_1904_means_other_days()
    {
        var bytes = Changed(
            Excel(new(2022, 11, 2), new TimeOnly(7, 30), 45L),
            "xl/workbook.xml",
            xml => xml.Replace("<x:sheets>", "<x:workbookPr date1904=\"1\"/><x:sheets>", StringComparison.Ordinal));

        Assert.Equal(MeetingText.Day, Assert.Single(Read(bytes, "hoi-nghi.xlsx").Rows).Told!.Day);
    }

    [Fact]
    public void What_is_no_Excel_sheet_is_told_as_what_it_is()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]];
        var sound = Excel(new(2026, 11, 3), null, 45L);
        (string Code, byte[] Bytes)[] files =
        [
            (nameof(ProblemTexts.DocumentHasPassword), [.. ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")]),
            (nameof(ProblemTexts.DocumentOldOffice), ole),
            (nameof(ProblemTexts.DocumentRenamed), "Xã;Loại\n".Utf8()),
            (nameof(ProblemTexts.ExcelNone), Zip(("word/document.xml", "<w/>"))),
            (nameof(ProblemTexts.DocumentBroken), sound[..(sound.Length / 2)]),
            (nameof(ProblemTexts.ExcelMerged), Changed(
                sound,
                "xl/worksheets/sheet1.xml",
                xml => xml.Replace(
                    "</x:sheetData>",
                    "</x:sheetData><x:mergeCells><x:mergeCell ref=\"A1:B1\"/></x:mergeCells>",
                    StringComparison.Ordinal))),
            (nameof(ProblemTexts.DocumentEntities), Changed(
                sound,
                "xl/worksheets/sheet1.xml",
                xml => xml.Replace("<x:worksheet", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x:worksheet", StringComparison.Ordinal))),
        ];
        foreach (var (code, bytes) in files)
        {
            Assert.Equal([code], Read(bytes, "hoi-nghi.xlsx").AllProblems.Select(problem => problem.Code));
        }
    }

    [Fact]
    public void What_nobody_sees_in_a_sheet_is_left_out_and_told_and_lines_are_those_of_the_file()
    {
        var sheet = Read(
            Changed(
                Excel(new(2026, 11, 3), null, 45L),
                "xl/worksheets/sheet1.xml",
                xml => xml.Replace("<x:row r=\"2\"", "<x:row r=\"2\" hidden=\"1\"", StringComparison.Ordinal)
                    .Replace(
                        "</x:sheetData>",
                        "<x:row r=\"9\"><x:c r=\"A9\" t=\"str\"><x:v>Không có xã này</x:v></x:c></x:row></x:sheetData>",
                        StringComparison.Ordinal)),
            "hoi-nghi.xlsx");

        Assert.Equal(["SheetRowsHidden"], sheet.Notes.Select(note => note.Code).Intersect(["SheetRowsHidden"]));
        Assert.Equal([9], sheet.Rows.Select(row => row.Line));
    }

    [Fact]
    public void A_small_file_that_grows_without_end_is_refused_before_it_has_grown()
    {
        var bomb = Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<x/>"), ("xl/worksheets/sheet1.xml", new string(' ', 80_000_000)));
        Assert.InRange(bomb.Length, 1, MeetingSheetReader.MostBytes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(["DocumentBomb"], Read(bomb, "bom.xlsx").AllProblems.Select(problem => problem.Code));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024 * 1024);
    }

    [Fact]
    public async Task A_workbook_waits_until_no_other_package_is_read_and_a_csv_for_nothing()
    {
        var excel = Excel(new(2026, 11, 3), null, 45L);
        List<Task<MeetingSheet>> begun = [];
        var isDone = await PackageTurn.InTurnAsync(
            () =>
            {
                begun.Add(MeetingSheetReader.ReadAsync("hoi-nghi.xlsx", excel, ReadingOf("can-bo"), Cancellation));
                begun.Add(MeetingSheetReader.ReadAsync("hoi-nghi.csv", $"{Head}\n".Utf8(), ReadingOf("can-bo"), Cancellation));
                return (begun[0].IsCompleted, begun[1].IsCompleted);
            },
            Cancellation);

        Assert.Equal((false, true), isDone);
        Assert.Single((await begun[0]).Rows);
    }

    [Fact]
    public void A_row_of_a_number_that_Excel_has_not_is_told_as_far_away()
    {
        var far = Changed(
            Excel(new(2026, 11, 3), null, 45L),
            "xl/worksheets/sheet1.xml",
            xml => xml.Replace("<x:row r=\"2\"", "<x:row r=\"4294967295\"", StringComparison.Ordinal));

        Assert.Contains(nameof(ProblemTexts.SheetRowsFar), Read(far, "hoi-nghi.xlsx").Notes.Select(note => note.Code));
    }

    private static MeetingSheet Read(string text, string reader = "can-bo") => Read(text.Utf8(), "hoi-nghi.csv", reader);

    private static MeetingSheet Read(byte[] bytes, string name, string reader = "can-bo") =>
        MeetingSheetReader.Read(name, bytes, ReadingOf(reader));

    private static SheetReading ReadingOf(string reader) => new(Directory, Directory.Find(new PersonId(reader))!, MeetingText.Now);

    private static byte[] Excel(DateOnly day, TimeOnly? time, long attendance) => ExcelBook.Write(
        new ExcelTable(
            "Hội nghị",
            [new("Xã"), new("Loại"), new("Ngày"), new("Giờ"), new("Nơi họp"), new("Số người dự")],
            [["Búng Lao", "Họp bản", day, time, "bản Búng", attendance]]),
        new ExcelTable("Ghi chú", [new("Cột")], [["không đọc"]]));

    private static byte[] Changed(byte[] file, string entry, Func<string, string> change)
    {
        using var content = new MemoryStream();
        content.Write(file);
        using (var archive = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            string xml;
            using (var reader = new StreamReader(archive.GetEntry(entry)!.Open()))
            {
                xml = reader.ReadToEnd();
            }

            archive.GetEntry(entry)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(change(xml));
        }

        return content.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return content.ToArray();
    }
}
