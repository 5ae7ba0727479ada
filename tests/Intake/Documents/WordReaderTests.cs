using Dissemination.Intake.Documents;
using Dissemination.Problems;

namespace Dissemination.Tests.Intake.Documents;

public sealed class WordReaderTests
{
    private const string Headings = """
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Tieude"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="A1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="A2"><w:name w:val="heading 2"/><w:basedOn w:val="A1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Ghichu"><w:name w:val="caption"/></w:style>
        <w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Khongmuc"><w:name w:val="Khong"/><w:basedOn w:val="Muc"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
        """;

    private const string Lists = """
        <w:abstractNum w:abstractNumId="7">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="8">
          <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
          <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="+"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        """;

    [Fact]
    public void Words_that_are_cut_into_many_runs_are_joined_and_composed()
    {
        var read = Read(WordFile.P("Đầu") + $"<w:p>{WordFile.R("Chi\u0301nh ")}{WordFile.R("sa")}{WordFile.R("\u0301")}{WordFile.R("ch")}</w:p>");

        Assert.Equal("Đầu\n\nChính sách", read.Body);
    }

    [Fact]
    public void Headings_come_from_the_outline_of_styles_and_the_title_from_its_style()
    {
        var read = Read(
            Styled("Tieude", "Trồng mắc ca") + Styled("A1", "Vì sao trồng") + WordFile.P("Vì đất hợp.") + Styled("A2", "Ở đâu"));

        Assert.Equal("Trồng mắc ca", read.Title);
        Assert.Equal("# Vì sao trồng\n\nVì đất hợp.\n\n## Ở đâu", read.Body);
    }

    [Fact]
    public void A_list_that_goes_on_after_other_lines_goes_on_counting()
    {
        var read = Read(
            WordFile.P("Các bước") + WordFile.Item("Một", 1) + WordFile.Item("Hai", 1) + WordFile.Item("điểm", 2) + WordFile.Item("Ba", 1)
            + WordFile.Item("nhỏ", 1, 1) + WordFile.Item("chữ", 1, 2) + WordFile.Item("Lại từ đầu", 3));

        Assert.Equal("Các bước\n\n1. Một\n2. Hai\n- điểm\n3. Ba\n  3.1. nhỏ\n    a) chữ\n1. Lại từ đầu", read.Body);
    }

    [Fact]
    public void Paragraphs_without_words_are_counted_as_Word_counts_them()
    {
        const string Hidden = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>";
        var file = new WordFile(
            WordFile.P("Đầu") + WordFile.Item("Một", 1) + WordFile.Item("", 1) + WordFile.Item("Ba", 1) + Hidden
            + $"<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>{WordFile.Picture("p", "Đồi")}</w:p>" + WordFile.Item("Năm", 1))
        {
            Styles = Headings,
            Numbering = Lists,
        }
            .With("p", "image", "p.png", Pictures.Png(4, 4));

        Assert.Equal("Đầu\n\n1. Một\n3. Ba\n5. Năm", Read(file).Body);
    }

    [Fact]
    public void A_list_comes_from_a_style_and_none_from_the_list_zero()
    {
        var read = Read(WordFile.P("Đầu") + Styled("Muc", "trong danh sách") + Styled("Khongmuc", "ngoài danh sách"));

        Assert.Equal("Đầu\n\n1. trong danh sách\n\nngoài danh sách", read.Body);
    }

    [Fact]
    public void Points_stand_within_points()
    {
        var read = Read(WordFile.P("Đầu") + WordFile.Item("ngoài", 2) + WordFile.Item("trong", 2, 1));

        Assert.Equal("Đầu\n\n- ngoài\n  - trong", read.Body);
    }

    [Fact]
    public void Emphasis_stays_at_the_edges_of_words_and_leaves_the_inside_of_words_alone()
    {
        var read = Read(
            WordFile.P("Đầu")
            + $"<w:p>{WordFile.R("Đạt ")}{WordFile.R("40.000 ha ", "<w:b/>")}{WordFile.R("và n")}{WordFile.R("hanh", "<w:i/>")}{WordFile.R(" hơn")}</w:p>");

        Assert.Equal("Đầu\n\nĐạt **40.000 ha** và nhanh hơn", read.Body);
    }

    [Fact]
    public void Signs_that_are_no_marks_are_seen_as_they_were_written()
    {
        var read = Read(WordFile.P("Đầu") + WordFile.P("Gọi 091***234, tính 3*4*5, xem *ghi chú* và # số"));

        Assert.Equal("Đầu\n\nGọi 091***234, tính 3*4*5, xem \\*ghi chú\\* và # số", read.Body.Replace("\\#", "#", StringComparison.Ordinal));
    }

    [Fact]
    public void Breaks_tabs_and_hyphens_keep_words_apart()
    {
        var read = Read(
            WordFile.P("Đầu") + $"<w:p><w:r><w:t>dòng một</w:t><w:br/><w:t>dòng</w:t><w:tab/><w:t>hai</w:t><w:noBreakHyphen/><w:t>ba</w:t></w:r></w:p>"
            + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");

        Assert.Equal("Đầu\n\ndòng một\ndòng hai-ba", read.Body);
    }

    [Fact]
    public void Tracked_changes_are_taken_as_accepted_and_told()
    {
        const string Deleted = "<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>bị xoá</w:delText></w:r></w:del>";
        var read = Read(
            WordFile.P("Đầu")
            + $"<w:p><w:pPr><w:pStyle w:val=\"A2\"/><w:rPr><w:del w:id=\"0\" w:author=\"x\"/></w:rPr></w:pPr>{Deleted}</w:p>"
            + $"<w:p>{WordFile.R("Còn ")}{Deleted}<w:ins w:id=\"2\" w:author=\"x\">{WordFile.R("thêm")}</w:ins></w:p>"
            + $"<w:p><w:moveFrom w:id=\"3\" w:author=\"x\">{WordFile.R("chỗ cũ")}</w:moveFrom><w:moveTo w:id=\"4\" w:author=\"x\">{WordFile.R("chỗ mới")}</w:moveTo></w:p>");

        Assert.Equal("Đầu\n\nCòn thêm\n\nchỗ mới", read.Body);
        Assert.Equal("6", Note(read, nameof(ProblemTexts.DroppedTracked)));
    }

    [Fact]
    public void A_text_box_is_read_once_as_a_paragraph_of_its_own()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent>";
        var read = Read(
            WordFile.P("Đầu")
            + "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:positionH><wp:posOffset>40000</wp:posOffset></wp:positionH>"
            + $"<a:graphic><a:graphicData uri=\"u\"><wps:wsp><wps:txbx>{Box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:shape><v:textbox>{Box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");

        Assert.Equal("Đầu\n\nTrong khung", read.Body);
        Assert.Equal("1", Note(read, nameof(ProblemTexts.DroppedTextBoxes)));
    }

    [Fact]
    public void Words_and_boxes_of_a_paragraph_whose_end_was_deleted_are_kept_where_nothing_follows()
    {
        const string Mark = "<w:pPr><w:rPr><w:del w:id=\"0\" w:author=\"x\"/></w:rPr></w:pPr>";
        const string Box = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>";
        var read = Read(
            WordFile.P("Đầu") + $"<w:p>{Mark}{WordFile.R("Nối ")}{Box}</w:p>" + WordFile.P("tiếp")
            + $"<w:p>{Mark}{WordFile.R("Trước bảng")}</w:p>"
            + $"<w:tbl><w:tr><w:tc>{WordFile.P("a")}</w:tc><w:tc>{WordFile.P("b")}</w:tc></w:tr></w:tbl>"
            + $"<w:p>{Mark}{WordFile.R("Cuối")}</w:p>");

        Assert.Equal("Đầu\n\nNối tiếp\n\nTrong khung\n\nTrước bảng\n\na | b\n\nCuối", read.Body);
    }

    [Fact]
    public void Comments_hidden_words_and_notes_are_left_out_and_told()
    {
        var file = new WordFile(
            WordFile.P("Ối.") + $"<w:p>{WordFile.R("ẩn", "<w:vanish/>")}</w:p><w:p><w:r><w:t>Có chú thích</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>")
            .WithComments("một", "hai");
        var read = Read(file);

        Assert.Equal("Ối.\n\nCó chú thích", read.Body);
        Assert.Equal("2", Note(read, nameof(ProblemTexts.DroppedComments)));
        Assert.Equal("1", Note(read, nameof(ProblemTexts.DroppedHidden)));
        Assert.Equal("1", Note(read, nameof(ProblemTexts.DroppedFootnotes)));
    }

    [Fact]
    public void Symbols_that_are_known_are_taken_and_the_others_counted()
    {
        var read = Read(
            "<w:p><w:r><w:sym w:font=\"Webdings\" w:char=\"F045\"/><w:sym w:font=\"Webdings\" w:char=\"F04A\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>");

        Assert.Equal("✓", read.Body);
        Assert.Equal("2", Note(read, nameof(ProblemTexts.DroppedSymbols)));
    }

    [Fact]
    public void The_result_of_a_field_is_read_and_not_its_code()
    {
        var read = Read(
            WordFile.P("Đầu")
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org/a\" </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>ở đây</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");

        Assert.Equal("Đầu\n\n[ở đây](https://example.org/a)", read.Body);
    }

    [Fact]
    public void A_link_keeps_the_place_within_its_page()
    {
        var file = new WordFile(
            WordFile.P("Đầu")
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org/a\" \\l \"muc2\" </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>một</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
            + $"<w:p><w:hyperlink r:id=\"b\" w:anchor=\"muc3\">{WordFile.R("hai")}</w:hyperlink></w:p>")
            .With("b", "hyperlink", "https://example.org/b");

        Assert.Equal("Đầu\n\n[một](https://example.org/a#muc2)\n\n[hai](https://example.org/b#muc3)", Read(file).Body);
    }

    [Fact]
    public void A_link_that_is_no_address_loses_its_address_and_nothing_else()
    {
        var file = new WordFile(
            WordFile.P("Đầu") + $"<w:p><w:hyperlink r:id=\"a\">{WordFile.R("thư")}</w:hyperlink> <w:hyperlink r:id=\"b\">{WordFile.R("trang")}</w:hyperlink></w:p>")
            .With("a", "hyperlink", "mailto:mot@").With("b", "hyperlink", "https://example.org/");
        var read = Read(file);

        Assert.Equal("Đầu\n\nthư[trang](https://example.org/)", read.Body);
        Assert.Equal("1", Note(read, nameof(ProblemTexts.DroppedLinks)));
    }

    [Fact]
    public void A_link_stays_where_emphasis_cannot_be_written()
    {
        var file = new WordFile(
            WordFile.P("Đầu")
            + $"<w:p>{WordFile.R("Lưu ý:", "<w:b/>")}{WordFile.R("đọc kỹ", "<w:i/>")}{WordFile.R(" tại ")}"
            + $"<w:hyperlink r:id=\"a\">{WordFile.R("đây")}</w:hyperlink></w:p>")
            .With("a", "hyperlink", "https://example.org/a");

        Assert.Equal("Đầu\n\nLưu ý:*đọc kỹ* tại [đây](https://example.org/a)", Read(file).Body);
    }

    [Fact]
    public void A_field_that_ends_out_of_sight_hides_nothing_that_follows()
    {
        var read = Read(
            WordFile.P("Đầu")
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>" + WordFile.P("Còn đây"));

        Assert.Equal("Đầu\n\nCòn đây", read.Body);
    }

    [Theory]
    [InlineData("l=\"25000\" r=\"0\"", true)]
    [InlineData("l=\"0\" t=\"-1000\"", false)]
    public void A_picture_that_was_cropped_is_taken_whole_and_told(string sides, bool isTold)
    {
        var picture = WordFile.Picture("p", "Đồi").Replace(
            "</pic:blipFill>", $"<a:srcRect {sides}/></pic:blipFill>", StringComparison.Ordinal);
        var read = Read(new WordFile(WordFile.P("Đầu") + $"<w:p>{picture}</w:p>").With("p", "image", "p.png", Pictures.Png(4, 4)));

        Assert.Single(read.Pictures);
        Assert.Equal(isTold, read.Notes.Any(note => note.Code == nameof(ProblemTexts.DroppedCropped)));
    }

    [Fact]
    public void Pictures_bring_their_words_and_captions_and_nothing_is_fetched()
    {
        var file = new WordFile(
            WordFile.P("Đầu") + $"<w:p>{WordFile.Picture("p", "Đồi mắc ca")}</w:p>" + Styled("Ghichu", "Ảnh: đồi ở Búng Lao")
            + $"<w:p>{WordFile.Picture("l", "", "r:link")}</w:p><w:p>{WordFile.Picture("e", "")}</w:p>")
        {
            Styles = Headings,
        }
            .With("p", "image", "p.png", Pictures.Png(4, 4)).With("l", "image", "http://192.0.2.1/a.png").With("e", "image", "e.emf", [1]);
        var read = Read(file);

        var picture = Assert.Single(read.Pictures);
        Assert.Equal(("1.png", "Đồi mắc ca", "Ảnh: đồi ở Búng Lao"), (picture.Name, picture.Alt, picture.Caption));
        Assert.Equal("Đầu", read.Body);
        Assert.Equal("1", Note(read, nameof(ProblemTexts.DroppedLinkedPictures)));
        Assert.Equal("1", Note(read, nameof(ProblemTexts.DroppedPictureFormat)));
    }

    [Fact]
    public void Tables_become_lines_and_merged_and_inner_ones_are_told()
    {
        const string Inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>y</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>";
        var read = Read(
            WordFile.P("Đầu")
            + $"<w:tbl><w:tr><w:tc>{WordFile.P("Mắc ca")}</w:tc><w:tc>{WordFile.P("40.000 ha")}</w:tc></w:tr>"
            + $"<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{WordFile.P("Cà phê")}</w:tc><w:tc>{Inner}</w:tc></w:tr></w:tbl>");

        Assert.Equal("Đầu\n\nMắc ca | 40.000 ha\nCà phê | x | y", read.Body);
        Assert.Equal("1", Note(read, nameof(ProblemTexts.DroppedTables)));
        Assert.Equal("1", Note(read, nameof(ProblemTexts.DroppedNestedTables)));
        Assert.Equal("1", Note(read, nameof(ProblemTexts.DroppedMerged)));
    }

    [Fact]
    public void Old_fonts_are_known_by_their_names_and_only_offered_in_Unicode()
    {
        var read = Read(
            WordFile.P("Đầu")
            + $"<w:p>{WordFile.R("TØnh §iÖn Biªn ", "<w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/>")}{WordFile.R("có ÖØ", "<w:rFonts w:ascii=\"Arial\"/>")}</w:p>"
            + $"<w:p>{WordFile.R("Ñieän Bieân", "<w:rFonts w:ascii=\"VNI-Times\"/>")}</w:p>");

        Assert.Contains("TØnh §iÖn Biªn", read.Body, StringComparison.Ordinal);
        Assert.Equal("Đầu\n\nTỉnh Điện Biên có ÖØ\n\nĐiện Biên", read.Legacy?.Body);
        Assert.Equal(".VnTime, VNI-Times", Note(read, nameof(ProblemTexts.DroppedOldFont)));
    }

    [Fact]
    public void A_font_of_the_theme_and_a_sign_of_its_own_are_no_words_in_an_old_font()
    {
        const string Old = "<w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/>";
        var read = Read(
            WordFile.P("Đầu")
            + $"<w:p>{WordFile.R("Ø", "<w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\" w:ascii=\".VnTime\"/>")}{WordFile.R(" tØnh 3", Old)}"
            + $"<w:r><w:rPr>{Old}</w:rPr><w:sym w:font=\"Symbol\" w:char=\"F0B8\"/></w:r>{WordFile.R("2", Old)}</w:p>");

        Assert.Equal("Đầu\n\nØ tỉnh 3÷2", read.Legacy?.Body);
    }

    [Fact]
    public void What_is_raised_by_a_style_or_has_a_sign_stays_raised()
    {
        var file = new WordFile(
            WordFile.P("Đầu") + $"<w:p>{WordFile.R("10")}{WordFile.R("-3", "<w:vertAlign w:val=\"superscript\"/>")}{WordFile.R(" m")}{WordFile.R("2", "<w:rStyle w:val=\"Mu\"/>")}</w:p>")
        {
            Styles = Headings + "<w:style w:type=\"character\" w:styleId=\"Mu\"><w:name w:val=\"Mu\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>",
        };

        Assert.Equal("Đầu\n\n10⁻³ m²", Read(file).Body);
    }

    [Fact]
    public void What_is_raised_stays_raised()
    {
        var read = Read(WordFile.P("Đầu") + $"<w:p>{WordFile.R("5 m")}{WordFile.R("2", "<w:vertAlign w:val=\"superscript\"/>")}</w:p>");

        Assert.Equal("Đầu\n\n5 m²", read.Body);
    }

    [Fact]
    public void A_file_with_a_DTD_is_refused_before_anything_reads_it()
    {
        var file = new WordFile(WordFile.P("&x;"))
        {
            Prolog = "<!DOCTYPE x [<!ENTITY x SYSTEM \"http://192.0.2.1/x\">]>",
        };

        Assert.Equal(nameof(ProblemTexts.DocumentEntities), Refusal(file.ToBytes(), "bài.docx"));
    }

    [Fact]
    public void A_file_that_swells_is_refused()
    {
        var swollen = Package.Of(
            ("[Content_Types].xml", Package.Utf8("<Types/>")), ("word/document.xml", new byte[120 * 1024 * 1024]));

        Assert.Equal(nameof(ProblemTexts.DocumentBomb), Refusal(swollen, "bài.docx"));
    }

    [Fact]
    public void A_file_of_more_parts_or_letters_than_a_library_can_hold_is_refused_before_it_tries()
    {
        string[] bodies =
        [
            string.Concat(Enumerable.Range(0, 350_000).Select(number => $"<w:p w:rsidR=\"{number * 5903:X8}\"/>")),
            WordFile.P(string.Concat(Enumerable.Range(0, 350_000).Select(number => $"{number * 5903:D10}"))),
        ];
        foreach (var body in bodies)
        {
            var bytes = new WordFile(body).ToBytes();

            // Small enough in every other way.
            Assert.InRange(body.Length, 0, 40 * 1024 * 1024);
            Assert.InRange(body.Length / bytes.Length, 1, 100);
            Assert.Equal(nameof(ProblemTexts.DocumentBomb), Refusal(bytes, "bài.docx"));
        }
    }

    [Fact]
    public void Of_words_around_a_number_that_would_stand_before_each_point_the_number_is_left()
    {
        var read = Read(new WordFile(WordFile.P("Đầu") + WordFile.Item("Một", 1) + WordFile.Item("Hai", 1))
        {
            Styles = Headings,
            Numbering = Lists.Replace("\"%1.\"", $"\"%1{new string('x', 1_000)}\"", StringComparison.Ordinal),
        });

        Assert.Equal("Đầu\n\n1. Một\n2. Hai", read.Body);
    }

    [Fact]
    public void Words_alone_of_more_than_a_record_takes_are_refused_before_they_are_read()
    {
        var text = Package.Utf8(string.Concat(Enumerable.Repeat("Bà con trồng mắc ca. ", 250_000)));

        Assert.Equal(
            [nameof(ProblemTexts.FileTooLarge), nameof(ProblemTexts.FileTooLarge)],
            ((string[])["bài.txt", "bài.md"]).Select(name => Refusal(text, name)));
    }

    private static string Styled(string style, string words) => WordFile.P(words, $"<w:pStyle w:val=\"{style}\"/>");

    private static ReadDocument Read(string body) => Read(new WordFile(body) { Styles = Headings, Numbering = Lists });

    private static ReadDocument Read(WordFile file)
    {
        var dropped = file.ToDropped();
        Assert.Equal((DocumentKind.Word, null), DocumentSniffer.Find(dropped));
        var read = DocumentReader.Read(dropped, DocumentKind.Word);
        Assert.Equal([], read.Problems);
        return read.Value!;
    }

    private static string? Note(ReadDocument read, string code) => read.Notes.Single(note => note.Code == code).Arguments[0];

    private static string? Refusal(byte[] bytes, string name)
    {
        var file = new DroppedDocument(name, bytes);
        var (kind, problem) = DocumentSniffer.Find(file);
        return problem?.Code ?? DocumentReader.Read(file, kind!.Value).Problems.FirstOrDefault()?.Code;
    }
}
