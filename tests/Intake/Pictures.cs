using System.Buffers.Binary;

using SkiaSharp;

namespace Dissemination.Tests.Intake;

/// <summary>Pictures as people hand them in.</summary>
internal static class Pictures
{
    /// <param name="shade">Pictures of other shades have other bytes.</param>
    public static byte[] Png(int width, int height, byte shade = 90) => Encode(width, height, shade, SKEncodedImageFormat.Png);

    public static byte[] Jpeg(int width, int height, byte shade = 90) => Encode(width, height, shade, SKEncodedImageFormat.Jpeg);

    public static byte[] Webp(int width, int height) => Encode(width, height, 90, SKEncodedImageFormat.Webp);

    /// <summary>A photograph with the name of its camera, its place, and the way in which the camera was held.</summary>
    /// <param name="orientation">1 to 8, as EXIF counts.</param>
    public static byte[] Photograph(int width, int height, ushort orientation)
    {
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0, 3, 0,
            0x0F, 1, 2, 0, 7, 0, 0, 0, 50, 0, 0, 0,
            0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
            0x25, 0x88, 4, 0, 1, 0, 0, 0, 58, 0, 0, 0,
            0, 0, 0, 0, .. "ThuMay\0\0"u8,
            1, 0, 1, 0, 2, 0, 2, 0, 0, 0, (byte)'N', 0, 0, 0, 0, 0, 0, 0,
        ];
        byte[] segment = [0xFF, 0xE1, 0, 0, .. "Exif\0\0"u8, .. tiff];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(segment.Length - 2));
        var jpeg = Jpeg(width, height);
        return [.. jpeg[..2], .. segment, .. jpeg[2..]];
    }

    /// <summary>A PNG that announces two frames.</summary>
    public static byte[] AnimatedPng()
    {
        var png = Png(40, 30);
        const int BehindHeader = 33;
        return [.. png[..BehindHeader], 0, 0, 0, 8, .. "acTL"u8, 0, 0, 0, 2, 0, 0, 0, 0, 0xF3, 0x8D, 0x93, 0x70, .. png[BehindHeader..]];
    }

    /// <summary>The first bytes of a PNG, which tell its size.</summary>
    public static byte[] Header(int width, int height)
    {
        using var picture = new SKBitmap(width, height, SKColorType.Gray8, SKAlphaType.Opaque);
        using var data = picture.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray()[..60];
    }

    /// <summary>Blue, with a red corner at the top left and a line from there down to the right.</summary>
    private static byte[] Encode(int width, int height, byte shade, SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(width, height, SKImageInfo.PlatformColorType, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(picture))
        {
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.Clear(new SKColor(0, shade, 255));
            canvas.DrawRect(0, 0, width / 4f, height / 4f, red);
            canvas.DrawLine(0, 0, width, height, red);
        }

        using var data = picture.Encode(format, 90);
        return data.ToArray();
    }
}
