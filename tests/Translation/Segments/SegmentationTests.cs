using Dissemination.Content;
using Dissemination.Translation.Segments;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation.Segments;

public sealed class SegmentationTests
{
    [Theory]
    [InlineData("Bà con trồng mắc ca. Xã hướng dẫn.", "Bà con trồng mắc ca.|Xã hướng dẫn.")]
    [InlineData("Toàn tỉnh có 40.000 ha. Mỗi ha rộng 10.000 mét vuông.", "Toàn tỉnh có 40.000 ha.|Mỗi ha rộng 10.000 mét vuông.")]
    [InlineData("Tỷ lệ là 56,42 %. Năm 2030 là 60 %.", "Tỷ lệ là 56,42 %.|Năm 2030 là 60 %.")]
    [InlineData("Họp ở TP. Điện Biên Phủ. Ai cũng dự.", "Họp ở TP. Điện Biên Phủ.|Ai cũng dự.")]
    [InlineData("Ông Ph. A. Dờ nói. Bà nghe.", "Ông Ph.|A. Dờ nói.|Bà nghe.")]
    [InlineData("Gặp Đ/c Bí thư xã. PGS. TS. Vừ nói.", "Gặp Đ/c Bí thư xã.|PGS. TS. Vừ nói.")]
    [InlineData("Trồng mắc ca, cà phê, v.v. Nhà nào cũng làm.", "Trồng mắc ca, cà phê, v.v.|Nhà nào cũng làm.")]
    [InlineData("“Làm thôi!” ông nói. Mọi người cười.", "“Làm thôi!” ông nói.|Mọi người cười.")]
    [InlineData("Ông nói: “Đất tốt. Nước đủ.” Bà con vui.", "Ông nói: “Đất tốt.|Nước đủ.”|Bà con vui.")]
    [InlineData("Thế à?! Đúng vậy… Còn gì nữa... không?", "Thế à?!|Đúng vậy…|Còn gì nữa... không?")]
    [InlineData("Ngày 15.10.2025 họp. 45 xã dự.", "Ngày 15.10.2025 họp.|45 xã dự.")]
    [InlineData("Xem dienbien.gov.vn. Gọi 02153. Xong.", "Xem dienbien.gov.vn.|Gọi 02153.|Xong.")]
    [InlineData("Một dòng\nlà một dòng. Câu kia.", "Một dòng|là một dòng.|Câu kia.")]
    [InlineData(
        "Rừng còn, nước còn,\n  nước còn, bản còn,\nbản còn, người còn.", "Rừng còn, nước còn,|nước còn, bản còn,|bản còn, người còn.")]
    [InlineData("3. Nhà nước hỗ trợ.\n7) Hộ nghèo vay vốn.\na) Vay dài hạn", "Nhà nước hỗ trợ.|Hộ nghèo vay vốn.|a) Vay dài hạn")]
    [InlineData("ꪎꪷ ꪙꪲ ꪹꪜꪸꪙ ꪎꪷ ꪋꪴ ꪔꪲꪙ. ꪹꪚꪱ ꪣꪲ ꪎꪷ ꪋꪴ ꪎꪱ.", "ꪎꪷ ꪙꪲ ꪹꪜꪸꪙ ꪎꪷ ꪋꪴ ꪔꪲꪙ.|ꪹꪚꪱ ꪣꪲ ꪎꪷ ꪋꪴ ꪎꪱ.")]
    [InlineData(
        "## Ba việc\n\n- Hỏi cán bộ xã.\n- Bàn trong nhà. Bàn trong bản.\n\n1. Trồng\n2. Chăm\n\n---\nHết.",
        "Ba việc|Hỏi cán bộ xã.|Bàn trong nhà.|Bàn trong bản.|Trồng|Chăm|Hết.")]
    [InlineData("> Trích một câu.\n>\n> - điểm", "Trích một câu.|điểm")]
    [InlineData("**Đậm cả câu.** Câu sau.", "**Đậm cả câu.**|Câu sau.")]
    public void A_text_is_cut_into_its_sentences(string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), SegmentedPart.Of(TextPart.Body, text).Segments);

    [Property(MaxTest = 1000)]
    public bool Joining_gives_the_text_back(string?[] pieces)
    {
        var text = string.Join(
            " ", pieces.Select((piece, index) => (piece ?? "") + (index % 3) switch { 0 => ". ", 1 => "\n\n- ", _ => " TP. 5.000 “Ạ?” " }));

        var part = SegmentedPart.Of(TextPart.Body, text);

        return text == string.Concat(part.Gaps.Zip([.. part.Segments, ""], (gap, segment) => gap + segment))
            && part.Segments.Length == part.Blocks.Sum()
            && part.Segments.All(segment => segment.Length > 0 && segment == segment.Trim());
    }

    [Property(MaxTest = 1000)]
    public bool Aligning_any_translation_and_composing_it_gives_the_translation_back(int[] shape, int[] otherShape, bool title)
    {
        var source = SegmentedText.Of(new(title ? "Đầu đề" : null, "Tóm. Tắt.", Build(shape)));
        var target = new VersionText("ꪹꪣꪉ", title ? null : "ꪵꪒꪉ.", Build(otherShape));

        var aligned = Alignment.Of(source, target);
        return Alignment.Compose(source, aligned) == target
            && aligned.Zip(Alignment.Places(source, aligned)).All(each =>
                each.First.Target is not { } words
                    || (each.First.Part is TextPart.Title
                        ? target.Title
                        : each.First.Part is TextPart.Summary
                        ? target.Summary
                        : target.Body)!.IndexOf(words, each.Second, StringComparison.Ordinal) == each.Second);

        static string Build(int[] shape) => string.Concat(shape.Select(piece => Math.Abs(piece % 7) switch
        {
            0 => "Câu một. ",
            1 => "Câu hai!\n\n",
            2 => "\n## ",
            3 => "\n- điểm",
            4 => "\n",
            5 => "  5.000 ha. ",
            _ => "TP. Điện Biên. Hết.\n\n",
        })).Trim() is { Length: > 0 } text ? text : "một";
    }

    [Fact]
    public void A_translation_built_like_its_original_is_paired_sentence_by_sentence_and_else_by_block()
    {
        var source = SegmentedText.Of(new("Đầu đề", null, "Câu một. Câu hai.\n\n- Điểm một. Điểm hai."));

        var aligned = Alignment.Of(source, new("Têz", null, "Nor iz. Nor aoz.\n\n- Luz iz thiab luz aoz."));

        Assert.Equal(["Têz", "Nor iz.", "Nor aoz.", "Luz iz thiab luz aoz."], aligned.Select(segment => segment.Target));
        Assert.Equal([1, 1, 1, 2], aligned.Select(segment => segment.Count));
    }

    [Fact]
    public void A_long_text_is_cut_in_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("Bà con trồng 5.000 ha mắc ca ở TP. Điện Biên Phủ. ", 2_000));

        Assert.Equal(2_000, SegmentedPart.Of(TextPart.Body, text).Segments.Length);
    }
}
