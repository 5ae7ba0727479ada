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

    [Fact]
    public void A_picture_is_cut_and_stays_of_its_kind()
    {
        using var cut = SKBitmap.Decode(PictureCutting.Cut(Pictures.Png(320, 200), PictureCutting.Square, asPng: true));
        Assert.Equal((200, 200), (cut.Width, cut.Height));
    }
}
