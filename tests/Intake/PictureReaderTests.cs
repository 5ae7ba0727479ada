using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Tests.Problems;
using FsCheck.Xunit;
using SkiaSharp;

namespace Dissemination.Tests.Intake;

public sealed class PictureReaderTests
{
    [Theory]
    [InlineData("items/a.png")]
    [InlineData("items/a.jpg")]
    [InlineData("items/a.gif")]
    public void A_picture_is_taken_by_its_bytes_whatever_its_name_says(string path)
    {
        Assert.Equal((DrawnPicture.Png, 800, 600), KindOf(PictureReader.Read(path, Pictures.Png(800, 600)).AssertValid()));
        Assert.Equal((DrawnPicture.Jpeg, 800, 600), KindOf(PictureReader.Read(path, Pictures.Jpeg(800, 600)).AssertValid()));
        Assert.Equal((DrawnPicture.Jpeg, 800, 600), KindOf(PictureReader.Read(path, Pictures.Webp(800, 600)).AssertValid()));
    }

    [Fact]
    public void A_picture_that_ends_too_early_is_refused_wherever_it_was_cut()
    {
        foreach (var whole in (byte[][])[Pictures.Png(300, 200), Pictures.Jpeg(300, 200), Pictures.Webp(300, 200)])
        {
            foreach (var kept in (double[])[0.1, 0.3, 0.5, 0.8])
            {
                PictureReader.Read("items/a.png", whole.AsSpan(0, (int)(whole.Length * kept)))
                    .AssertOne(nameof(ProblemTexts.PictureBroken), null);
            }
        }
    }

    [Fact]
    public void A_header_without_a_picture_is_refused() =>
        PictureReader.Read("items/a.png", Pictures.Header(800, 600)).AssertOne(nameof(ProblemTexts.PictureBroken), null);

    [Theory]
    [InlineData(9000, 1001)]
    [InlineData(2100, 100)]
    [InlineData(100, 2100)]
    public void A_picture_that_says_it_is_huge_or_a_ribbon_is_refused_before_it_is_decoded(int width, int height) =>
        PictureReader.Read("items/a.png", Pictures.Header(width, height)).AssertOne(nameof(ProblemTexts.PictureSize), null);

    [Fact]
    public void Moving_pictures_are_refused_as_such()
    {
        PictureReader.Read("items/a.png", Pictures.AnimatedPng()).AssertOne(nameof(ProblemTexts.PictureAnimated), null);
        byte[] frame = [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        byte[] gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, .. frame, .. frame, 0x3B];
        PictureReader.Read("items/a.gif", gif).AssertOne(nameof(ProblemTexts.PictureAnimated), null);
    }

    [Fact]
    public void A_photograph_of_an_iPhone_is_refused_with_what_to_do() =>
        PictureReader.Read("items/a.jpg", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[40]])
            .AssertOne(nameof(ProblemTexts.PictureHeif), null);

    [Fact]
    public void A_picture_beyond_10_MB_is_refused() =>
        PictureReader.Read("items/a.png", [.. Pictures.Png(10, 10), .. new byte[10 * 1024 * 1024]])
            .AssertOne(nameof(ProblemTexts.FileTooLarge), null);

    [Fact]
    public void Place_and_device_of_a_photograph_are_not_published()
    {
        var photograph = Pictures.Photograph(800, 600, orientation: 1);
        Assert.True(photograph.AsSpan().IndexOf("ThuMay"u8) > 0);
        var drawn = PictureReader.Read("items/a.jpg", photograph).AssertValid().Bytes.Span;
        Assert.Equal(-1, drawn.IndexOf("ThuMay"u8));
        Assert.Equal(-1, drawn.IndexOf("Exif"u8));
    }

    [Fact]
    public void What_stands_behind_a_picture_is_not_published() =>
        Assert.Equal(
            -1,
            PictureReader.Read("items/a.png", [.. Pictures.Png(80, 60), .. "<script>"u8]).AssertValid().Bytes.Span.IndexOf("<script>"u8));

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    public void A_photograph_is_turned_upright(ushort orientation, int right, int bottom)
    {
        var drawn = PictureReader.Read("items/a.jpg", Pictures.Photograph(800, 600, orientation)).AssertValid();
        var isTurned = orientation > 4;
        Assert.Equal(isTurned ? (600, 800) : (800, 600), (drawn.Width, drawn.Height));
        using var picture = SKBitmap.Decode(drawn.Bytes.Span);
        var corner = picture.GetPixel(20 + (right * (picture.Width - 40)), 20 + (bottom * (picture.Height - 40)));
        Assert.True(corner.Red > 200 && corner.Blue < 60, $"{corner}");
    }

    [Theory]
    [InlineData(5000, 2500)]
    [InlineData(2500, 5000)]
    public void What_is_published_is_no_larger_than_is_ever_shown(int width, int height)
    {
        foreach (var bytes in (byte[][])[Pictures.Png(width, height), Pictures.Jpeg(width, height)])
        {
            var drawn = PictureReader.Read("items/a.png", bytes).AssertValid();
            Assert.Equal(width > height ? (2560, 1280) : (1280, 2560), (drawn.Width, drawn.Height));
        }
    }

    [Fact]
    public void A_picture_is_drawn_the_same_each_time() =>
        Assert.Equal(
            PictureReader.Read("items/a.png", Pictures.Jpeg(800, 600)).AssertValid().Bytes.ToArray(),
            PictureReader.Read("items/a.png", Pictures.Jpeg(800, 600)).AssertValid().Bytes.ToArray());

    [Fact]
    public void Noise_that_PNG_cannot_make_small_becomes_a_JPEG()
    {
        using var noise = new SKBitmap(1400, 1400, SKImageInfo.PlatformColorType, SKAlphaType.Opaque);
        new Random(1).NextBytes(noise.GetPixelSpan());
        using var data = noise.Encode(SKEncodedImageFormat.Png, 100);
        Assert.Equal(DrawnPicture.Jpeg, PictureReader.Read("items/a.png", data.ToArray()).AssertValid().ContentType);
    }

    [Property]
    public bool Any_bytes_are_a_picture_or_problems(byte[] bytes) =>
        PictureReader.Read("a.jpg", (byte[])[0xFF, 0xD8, 0xFF, .. bytes]) is { IsValid: true } or { Problems.IsEmpty: false };

    private static (string, int, int) KindOf(DrawnPicture drawn) => (drawn.ContentType, drawn.Width, drawn.Height);
}
