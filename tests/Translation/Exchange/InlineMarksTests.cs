using Dissemination.Translation.Exchange;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation.Exchange;

public sealed class InlineMarksTests
{
    [Theory]
    [InlineData("Trồng **mắc ca**, *giữ* rừng.", "**|**|*|*")]
    [InlineData("Gọi 091***234, 3*4*5 hoặc 4 * 5, tệp mac_ca_1.", "")]
    [InlineData("(**“đậm”**)", "**|**")]
    [InlineData("Xem [điều 3](https://a.vn/b_(c) \"tên\") và ![ảnh](anh.jpg).", "[|](https://a.vn/b_(c) \"tên\")|![|](anh.jpg)")]
    [InlineData("Mục [1] và [hai][ref].", "[|][ref]")]
    [InlineData("Vào https://a.vn/x, <https://b.vn>, www.c.vn hay a@b.vn.", "https://a.vn/x|<https://b.vn>|www.c.vn|a@b.vn")]
    [InlineData("Gõ `a*b` rồi <br/> xong, 3 < 4 > 2.", "`a*b`|<br/>")]
    [InlineData("Số 0912 345 678 đọc được.", "")]
    public void What_a_translator_must_not_touch_is_told_from_the_words(string text, string marks) =>
        Assert.Equal(marks, string.Join('|', InlineMarks.Of(text).Where(piece => piece.IsMark).Select(piece => piece.Text)));

    [Property(MaxTest = 1000)]
    public bool The_pieces_make_the_text_again(int[] shape, string? random)
    {
        var text = HardTexts.Of(shape, random);
        var pieces = InlineMarks.Of(text);

        return string.Concat(pieces.Select(piece => piece.Text)) == text && pieces.All(piece => piece.Text.Length > 0);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("](")]
    [InlineData("](a")]
    [InlineData("[a](b")]
    [InlineData("`")]
    [InlineData("<a ")]
    [InlineData("*_")]
    public void A_long_text_is_cut_in_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 50_000));

        Assert.InRange(ProcessorTime.Of(() => InlineMarks.Of(text)), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
