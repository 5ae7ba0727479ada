using System.Collections.Immutable;
using SkiaSharp;

namespace Dissemination.Intake.Drafts;

/// <summary>Cuts a picture to a form that channels show well: pure functions.</summary>
internal static class PictureCutting
{
    public const string Square = "square";

    /// <summary>Nine to sixteen, as previews of links are.</summary>
    public const string Wide = "wide";

    /// <summary>Behind a form: what stays is not the middle but the top of a high picture, or the left of a wide one.</summary>
    private const string First = "First";

    /// <summary>The bottom, or the right.</summary>
    private const string Last = "Last";

    private const int JpegQuality = 92;

    /// <summary>How a picture may be cut.</summary>
    public static ImmutableArray<string> All { get; } =
        [Square, $"{Square}{First}", $"{Square}{Last}", Wide, $"{Wide}{First}", $"{Wide}{Last}"];

    public static bool IsKnown(string? cut) => cut is not null && All.Contains(cut, StringComparer.Ordinal);

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

    /// <summary>The largest part of that form, where it is wanted.</summary>
    public static SKRectI PartOf(int width, int height, string cut)
    {
        var (across, down) = cut.StartsWith(Square, StringComparison.Ordinal) ? (1, 1) : (16, 9);
        var (wide, high) = (long)width * down > (long)height * across
            ? (Math.Max(1, (int)((long)height * across / down)), height)
            : (width, Math.Max(1, (int)((long)width * down / across)));
        return SKRectI.Create(Begin(width - wide), Begin(height - high), wide, high);

        int Begin(int left) =>
            cut.EndsWith(First, StringComparison.Ordinal) ? 0
            : cut.EndsWith(Last, StringComparison.Ordinal) ? left
            : left / 2;
    }
}
