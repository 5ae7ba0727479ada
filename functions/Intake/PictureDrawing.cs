using Dissemination.Content;
using SkiaSharp;

namespace Dissemination.Intake;

/// <summary>
/// Draws a picture anew: upright, in the colours that every screen knows, and no larger than is ever shown. Takes four bytes of memory a
/// pixel.
/// </summary>
internal static class PictureDrawing
{
    /// <summary>Good enough that letters on a poster stay sharp.</summary>
    private const int JpegQuality = 90;

    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <param name="side">The longer side that it gets at most, in pixels.</param>
    /// <returns>Null where it cannot be decoded whole.</returns>
    public static DrawnPicture? Draw(SKCodec codec, int side)
    {
        // Only some kinds can be decoded smaller; for the others this is the full size.
        var size = codec.GetScaledDimensions(Math.Min(1f, (float)side / Math.Max(codec.Info.Width, codec.Info.Height)));
        if (Math.Max(size.Width, size.Height) < Math.Min(side, Math.Max(codec.Info.Width, codec.Info.Height)))
        {
            size = codec.Info.Size;
        }

        using var colours = SKColorSpace.CreateSrgb();
        var isOpaque = codec.Info.AlphaType is SKAlphaType.Opaque;
        var info = new SKImageInfo(
            size.Width, size.Height, SKImageInfo.PlatformColorType, isOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, colours);
        using var decoded = new SKBitmap(info);
        if (codec.GetPixels(info, decoded.GetPixels()) is not SKCodecResult.Success)
        {
            return null;
        }

        decoded.SetImmutable(); // or its image is a copy, as large again
        using var upright = Upright(decoded, codec.EncodedOrigin, side);
        return Encode(upright, asPhotograph: isOpaque && codec.EncodedFormat is SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp);
    }

    private static SKBitmap Upright(SKBitmap decoded, SKEncodedOrigin origin, int side)
    {
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom
            or SKEncodedOrigin.LeftBottom;
        var (width, height) = isTurned ? (decoded.Height, decoded.Width) : (decoded.Width, decoded.Height);
        var scale = Math.Min(1f, (float)side / Math.Max(width, height));
        var upright = new SKBitmap(decoded.Info.WithSize(Scaled(width, scale), Scaled(height, scale)));
        using var canvas = new SKCanvas(upright);
        using var image = SKImage.FromBitmap(decoded);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale((float)upright.Width / width, (float)upright.Height / height);
        canvas.Concat(Turn(origin, decoded.Width, decoded.Height));
        canvas.DrawImage(image, 0, 0, scale < 1 ? Smooth : SKSamplingOptions.Default);
        return upright;
    }

    private static int Scaled(int side, float scale) => Math.Max(1, (int)MathF.Round(side * scale));

    /// <summary>From where the camera put each pixel to where it belongs.</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    /// <summary>
    /// A photograph as JPEG; a drawing letter by letter as PNG, unless that takes more than channels and slow networks do.
    /// </summary>
    private static DrawnPicture Encode(SKBitmap picture, bool asPhotograph)
    {
        if (!asPhotograph)
        {
            using var png = picture.Encode(SKEncodedImageFormat.Png, quality: 100);
            if (png.Size <= Limits.PublishedPngBytes)
            {
                return new(png.ToArray(), DrawnPicture.Png, picture.Width, picture.Height);
            }
        }

        // JPEG knows no transparency: what shows through is paper.
        using var paper = new SKBitmap(picture.Info.WithAlphaType(SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(paper))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawBitmap(picture, 0, 0, SKSamplingOptions.Default);
        }

        using var jpeg = paper.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return new(jpeg.ToArray(), DrawnPicture.Jpeg, picture.Width, picture.Height);
    }
}
