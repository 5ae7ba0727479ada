using System.Globalization;
using System.Text;
using Dissemination.Intake.Documents;
using Dissemination.Problems;

namespace Dissemination.Tests.Intake.Documents;

public sealed class DocumentSnifferTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "a.docx", [.. Ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")], nameof(ProblemTexts.DocumentHasPassword) },
        { "a.docx", [.. Ole, .. Encoding.Unicode.GetBytes("WordDocument")], nameof(ProblemTexts.DocumentOldWord) },
        { "a.xls", [.. Ole, .. Encoding.Unicode.GetBytes("Workbook")], nameof(ProblemTexts.DocumentOldExcel) },
        { "a.docx", "%PDF-1.7"u8.ToArray(), nameof(ProblemTexts.DocumentPdf) },
        { "a.doc", "{\\rtf1"u8.ToArray(), nameof(ProblemTexts.DocumentRtf) },
        { "a.docx", "chữ"u8.ToArray(), nameof(ProblemTexts.DocumentRenamed) },
        { "a.html", "<html>"u8.ToArray(), nameof(ProblemTexts.DocumentHtml) },
        { "a.docx", [], nameof(ProblemTexts.FileEmpty) },
        { "a.docx", [.. "PK\u0003\u0004"u8, 1, 2, 3], nameof(ProblemTexts.DocumentBroken) },
        {
            "a.docx", Package.Of(("[Content_Types].xml", [1]), ("word/document.xml", [1]), ("word/vbaProject.bin", [1])),
            nameof(ProblemTexts.DocumentMacros)
        },
        { "a.odt", Package.Of(("mimetype", [1]), ("content.xml", [1])), nameof(ProblemTexts.DocumentOpenDocument) },
        { "a.pptx", Package.Of(("[Content_Types].xml", [1]), ("ppt/x.xml", [1])), nameof(ProblemTexts.DocumentSlides) },
        { "a.zip", Package.Of(), nameof(ProblemTexts.ArchiveEmpty) },
        { "a.rar", "Rar!"u8.ToArray(), nameof(ProblemTexts.DocumentOtherArchive) },
        { "a.docx", EndingElsewhere(), nameof(ProblemTexts.DocumentBroken) },
        { "a.bmp", [.. "BM"u8, 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0], nameof(ProblemTexts.DocumentPictureKind) },
        { "a.emf", [1, 0, 0, 0, .. new byte[36], .. " EMF"u8, 0], nameof(ProblemTexts.DocumentPictureKind) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_read_is_refused_with_what_to_do(string name, byte[] bytes, string code)
    {
        var (kind, problem) = DocumentSniffer.Find(new(name, bytes));

        Assert.Equal((null, code), (kind, problem?.Code));
        Assert.All(["vi", "en"], language => Assert.NotEqual(code, problem!.Text(CultureInfo.GetCultureInfo(language))));
    }

    [Theory]
    [InlineData("BMTV: lịch tiêm của xã")]
    [InlineData("Diem do o xa Bung Lao: may do theo chuan EMF cua nganh")]
    public void Words_that_hold_the_letters_of_a_picture_are_words(string words) =>
        Assert.Equal((DocumentKind.Text, null), DocumentSniffer.Find(new("a.txt", Package.Utf8(words))));

    [Fact]
    public void The_files_of_a_zip_are_told_by_their_bytes_and_those_of_systems_passed_over()
    {
        var zip = new DroppedDocument(
            "a.zip",
            Package.Of(
                ("__MACOSX/._a", [1]), ("thư mục/../../bài.docx", new WordFile(WordFile.P("x")).ToBytes()), ("anh.png", Pictures.Png(2, 2)),
                ("trong.zip", Package.Of(("a.txt", [65])))));
        var (files, problems) = ArchiveReader.Read(zip);

        Assert.Equal(["bài.docx", "anh.png"], files.Select(file => file.Name));
        Assert.Equal([DocumentKind.Word, DocumentKind.Picture], files.Select(file => DocumentSniffer.Find(file).Kind!.Value));
        Assert.Equal([nameof(ProblemTexts.ArchiveInArchive)], problems.Select(problem => problem.Code));
    }

    /// <summary>A zip that says of itself that its list of files lies far behind its end.</summary>
    private static byte[] EndingElsewhere()
    {
        var zip = Package.Of(("a.txt", [65]));
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        zip.AsSpan(end + 16, 4).Fill(0xFF);
        return [.. zip.AsSpan(0, end), .. "PK\u0006\u0007"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x40, 1, 0, 0, 0, .. zip.AsSpan(end)];
    }
}
