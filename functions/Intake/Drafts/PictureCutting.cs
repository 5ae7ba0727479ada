using SkiaSharp;

namespace Dissemination.Intake.Drafts;

/// <summary>Cuts a picture to a form that channels show well, from its middle: pure functions.</summary>
internal static class PictureCutting
{
    public const string Square = "square";

    /// <summary>Nine to sixteen, as previews of links are.</summary>
    public const string Wide = "wide";

    private const int JpegQuality = 92;

    public static bool IsKnown(string? cut) => cut is Square or Wide;

    /// <param name="drawn">An upright picture, as it is published.</param>
    /// <returns>PNG or JPEG.</returns>
    public static byte[] Cut(ReadOnlyMemory<byte> drawn, string cut, bool asPng)
    {
        using var whole = SKBitmap.Decode(drawn.Span);
        using var part = new SKBitmap();
        whole.ExtractSubset(part, PartOf(whole.Width, whole.Height, cut));
        using var encoded = part.Encode(asPng ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, JpegQuality);
        return encoded.ToArray();
    }

    /// <summary>The largest part of that form, in the middle.</summary>
    public static SKRectI PartOf(int width, int height, string cut)
    {
        var (across, down) = cut == Square ? (1, 1) : (16, 9);
        var (wide, high) = (long)width * down > (long)height * across
            ? (Math.Max(1, (int)((long)height * across / down)), height)
            : (width, Math.Max(1, (int)((long)width * down / across)));
        return SKRectI.Create((width - wide) / 2, (height - high) / 2, wide, high);
    }
}
