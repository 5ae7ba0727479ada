using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Tests.Intake;
using Dissemination.Tests.Intake.Documents;

namespace Dissemination.Tests.Browser.Walk;

/// <summary>
/// A morning's post of a province: eight Word files with pictures, each written as another office writes, and a sheet of slogans. They are
/// zipped here entry by entry; the library that reads them has no part in it.
/// </summary>
/// <param name="mark">Stands in every title, so that what a walk posts is told from all else.</param>
/// <param name="day">On which the first slogan is wanted.</param>
internal sealed class OfficeFiles(string mark, string day)
{
    public const string Workbook = "Khẩu hiệu tháng 11.xlsx";

    private const string Styles = """
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="S"><w:name w:val="Subtitle"/></w:style>
        <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>
        """;

    private const string Lists = """
        <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
        """;

    private const string Page = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:left=\"1701\"/></w:sectPr>";

    private int _pictures;

    /// <summary>All of them, in the order in which people number them.</summary>
    public ImmutableArray<OfficeFile> All => [Steps, Links, Table, Tracked, Plain, OldFont, Boxes, Long];

    /// <summary>One slogan names a commune that there is not.</summary>
    public byte[] Slogans => new WorkbookFile(
        WorkbookFile.Row(1, "KHẨU HIỆU TUYÊN TRUYỀN NGHỊ QUYẾT")
        + WorkbookFile.Row(3, "STT", "Nội dung khẩu hiệu", "Đơn vị", "Địa bàn", "Thời gian đăng")
        + WorkbookFile.Row(4, "1", $"{mark}: Trồng mắc ca hôm nay, ấm no ngày mai!", "Ban Tuyên giáo (mẫu)", "Búng Lao; Nà Bủng", $"{day} 09:00")
        + WorkbookFile.Row(5, "2", $"{mark}: Giữ rừng là giữ nước, giữ bản, giữ mường.", "Ban Tuyên giáo (mẫu)", "toàn tỉnh")
        + WorkbookFile.Row(6, "3", $"{mark}: Mỗi nhà một vườn, mỗi bản một nghề.", "Ban Tuyên giáo (mẫu)", "Búng Lào"))
    {
        Behind = "<mergeCells count=\"1\"><mergeCell ref=\"A1:E1\"/></mergeCells>",
    }
        .ToBytes();

    /// <summary>A styled title with a line below it, steps that Word counts, emphasis and a picture with its caption.</summary>
    private OfficeFile Steps => Of(
        "1. Trồng mắc ca.docx",
        $"Trồng mác ca đúng kỹ thuật {mark}",
        title => Styled("T", title) + Styled("S", "Ba bước cho bà con mới trồng")
            + $"<w:p w:rsidR=\"00A1\">{Words("Diện tích mắc ca đến năm 2030 là ")}{WordFile.R("40.0", "<w:b/>")}<w:proofErr w:type=\"spellStart\"/>{WordFile.R("00 ha", "<w:b/>")}{Words(" trên toàn tỉnh.")}</w:p>"
            + Styled("H", "Cách làm") + WordFile.Item("Chọn giống", 1) + WordFile.Item("Đào hố sâu 60 cm", 1) + WordFile.Item("Bón lót", 1),
        new("Đồi mắc ca ở Búng Lao", Styled("C", "Ảnh 1: Đồi mắc ca đầu mùa")));

    /// <summary>Points and a link.</summary>
    private OfficeFile Links => Of(
        "2. Cà phê.docx",
        $"Cà phê sạch vào mùa {mark}",
        title => Styled("T", title) + WordFile.P("Bà con nhớ:") + WordFile.Item("hái quả chín", 2) + WordFile.Item("phơi trên giàn", 2)
            + $"<w:p>{Words("Xem thêm ở ")}<w:hyperlink r:id=\"link\">{Words("trang của tỉnh")}</w:hyperlink>{Words(" & hỏi cán bộ xã <ngay>.")}</w:p>",
        new(""));

    /// <summary>Figures in a table.</summary>
    private OfficeFile Table => Of(
        "3. Số liệu.docx",
        $"Mục tiêu năm 2030 qua vài con số {mark}",
        title => Styled("T", title) + WordFile.P("Tỷ lệ che phủ rừng đến năm 2030 là 47%.")
            + $"<w:tbl><w:tr><w:tc>{WordFile.P("Mắc ca")}</w:tc><w:tc>{WordFile.P("40.000 ha")}</w:tc></w:tr><w:tr><w:tc>{WordFile.P("Cà phê")}</w:tc><w:tc>{WordFile.P("20.000 ha")}</w:tc></w:tr></w:tbl>",
        new("Rừng đầu nguồn"));

    /// <summary>What colleagues changed, said and hid.</summary>
    private OfficeFile Tracked => Of(
        "4. Nông thôn mới (sửa lần 2).docx",
        $"Xây dựng nông thôn mới ở bản {mark}",
        title => Styled("T", title)
            + $"<w:p>{Words("Bản nào cũng có ")}<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>cổng chào</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"x\">{Words("đường bê tông")}</w:ins>{WordFile.R(" (nội bộ)", "<w:vanish/>")}{Words(".")}</w:p>",
        new("Đường bê tông vào bản"),
        file => file.WithComments("Xem lại số liệu"));

    /// <summary>No style at all: a bold line first, two pictures with words below them.</summary>
    private OfficeFile Plain
    {
        get
        {
            var title = $"BẢN LÀNG GIỮ NGHỀ DỆT {mark}";
            var body = $"<w:p>{WordFile.R(title, "<w:b/>")}</w:p>" + WordFile.P("Chị em dệt thổ cẩm lúc nông nhàn.")
                + $"<w:p>{WordFile.Picture("p1", "Khung dệt")}</w:p>" + WordFile.P("Ảnh 1: Khung dệt của bản")
                + $"<w:p>{WordFile.Picture("p2", "Tấm thổ cẩm")}</w:p>" + WordFile.P("Ảnh 2: Tấm thổ cẩm mới xong") + Page;
            return new(
                "5. Nghề dệt.docx",
                new WordFile(body) { Styles = Styles, Numbering = Lists }
                    .With("p1", "image", "p1.png", Picture()).With("p2", "image", "p2.png", Picture()).ToBytes(),
                title);
        }
    }

    /// <summary>Typed with an old font, which looks right in Word alone.</summary>
    private OfficeFile OldFont => Of(
        "6. Phông cũ.docx",
        $"Tiêm phòng cho trâu bò {mark}",
        title => Styled("T", title)
            + $"<w:p>{WordFile.R("TØnh §iÖn Biªn tiªm phßng mçi n¨m hai lÇn.", "<w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/>")}</w:p>",
        new("Cán bộ thú y ở bản"));

    /// <summary>A box beside the text and a note at its foot.</summary>
    private OfficeFile Boxes => Of(
        "7. Lịch chợ phiên.docx",
        $"Lịch chợ phiên cuối năm {mark}",
        title => Styled("T", title)
            + $"<w:p><w:r><w:t xml:space=\"preserve\">Chợ họp sáng Chủ nhật</w:t><w:footnoteReference w:id=\"1\"/></w:r>{Words(".")}</w:p>"
            + "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><a:graphicData uri=\"u\"><wps:wsp><wps:txbx><w:txbxContent>"
            + $"{WordFile.P("Nhớ mang túi vải thay túi ni lông.")}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>",
        new("Chợ phiên"));

    /// <summary>Longer than a messenger takes.</summary>
    private OfficeFile Long => Of(
        "8. Hỏi đáp nghị quyết.docx",
        $"Hỏi đáp về nghị quyết {mark}",
        title => Styled("T", title) + string.Concat(Enumerable.Range(1, 45).Select(number => WordFile.P(
            string.Create(CultureInfo.InvariantCulture, $"Câu {number}: Vì sao bà con cùng bàn? Vì việc của bản thì bản biết, bản bàn, bản làm, bản kiểm tra, và cả bản cùng hưởng.")))),
        new("Họp bản"));

    private OfficeFile Of(
        string name, string title, Func<string, string> body, WordPicture picture, Func<WordFile, WordFile>? with = null)
    {
        var file = new WordFile(body(title) + $"<w:p>{WordFile.Picture("p", picture.Alt)}</w:p>{picture.Below}{Page}")
        {
            Styles = Styles,
            Numbering = Lists,
        }
            .With("p", "image", "media/image1.png", Picture()).With("link", "hyperlink", "https://example.org/ca-phe?a=1&amp;b=2");
        return new(name, (with?.Invoke(file) ?? file).ToBytes(), title);
    }

    /// <summary>Each with bytes of its own.</summary>
    private byte[] Picture() => Pictures.Png(320 + ++_pictures, 200);

    private static string Styled(string style, string words) => WordFile.P(Escaped(words), $"<w:pStyle w:val=\"{style}\"/>");

    private static string Words(string words) => WordFile.R(Escaped(words));

    private static string Escaped(string words) => System.Security.SecurityElement.Escape(words)!;
}
