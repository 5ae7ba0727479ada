using Dissemination.Intake.Drafts;
using SkiaSharp;

namespace Dissemination.Tests.Intake.Drafts;

public sealed class PictureCuttingTests
{
    [Theory]
    [InlineData(320, 200, PictureCutting.Square, 60, 0, 200, 200)]
    [InlineData(200, 320, PictureCutting.Square, 0, 60, 200, 200)]
    [InlineData(320, 200, PictureCutting.Wide, 0, 10, 320, 180)]
    [InlineData(900, 100, PictureCutting.Wide, 361, 0, 177, 100)]
    [InlineData(1, 1, PictureCutting.Wide, 0, 0, 1, 1)]
    public void The_middle_stays_as_large_as_it_can_be(int width, int height, string cut, int left, int top, int wide, int high) =>
        Assert.Equal(SKRectI.Create(left, top, wide, high), PictureCutting.PartOf(width, height, cut));

    [Theory]
    [InlineData("squareFirst", 320, 200, 0, 0)]
    [InlineData("squareLast", 320, 200, 120, 0)]
    [InlineData("squareFirst", 200, 320, 0, 0)]
    [InlineData("squareLast", 200, 320, 0, 120)]
    [InlineData("wideLast", 320, 200, 0, 20)]
    [InlineData("wideFirst", 900, 100, 0, 0)]
    public void Another_part_stays_where_one_is_chosen(string cut, int width, int height, int left, int top)
    {
        var part = PictureCutting.PartOf(width, height, cut);

        Assert.Equal((left, top), (part.Left, part.Top));
        Assert.True(PictureCutting.IsKnown(cut));
        Assert.False(PictureCutting.IsKnown($"{cut}2"));
    }

    [Fact]
    public void A_picture_is_cut_and_stays_of_its_kind()
    {
        using var cut = SKBitmap.Decode(PictureCutting.Cut(Pictures.Png(320, 200), PictureCutting.Square, asPng: true));
        Assert.Equal((200, 200), (cut.Width, cut.Height));
    }
}
