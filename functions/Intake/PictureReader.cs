using Dissemination.Content;
using Dissemination.Problems;
using SkiaSharp;

namespace Dissemination.Intake;

/// <summary>
/// Takes a picture by its own bytes, whatever its name says, and draws it anew: what is published holds no place, device or other metadata,
/// stands upright, and is of a size that every channel takes. What cannot be decoded to its last line is refused.
/// </summary>
internal static class PictureReader
{
    /// <summary>A large picture takes a hundred megabytes while it is drawn, and instances are small.</summary>
    private static readonly SemaphoreSlim OneDrawing = new(1);

    /// <summary>A picture as it will be kept, or why it is not taken. One at a time, whoever sends it.</summary>
    /// <param name="side">The longer side that it gets at most, in pixels.</param>
    public static async Task<Parsed<DrawnPicture>> ReadAsync(
        string file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken, int side = Limits.PublishedSide)
    {
        await OneDrawing.WaitAsync(cancellationToken);
        try
        {
            return Read(file, bytes.Span, side);
        }
        finally
        {
            OneDrawing.Release();
        }
    }

    /// <param name="side">The longer side that it gets at most, in pixels.</param>
    public static Parsed<DrawnPicture> Read(string file, ReadOnlySpan<byte> bytes, int side = Limits.PublishedSide)
    {
        var place = new Place(file);
        if (bytes.Length > Limits.PictureBytes)
        {
            return Bad(nameof(ProblemTexts.FileTooLarge), place, "10");
        }

        if (bytes.IsEmpty)
        {
            return Bad(nameof(ProblemTexts.FileEmpty), place);
        }

        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        return codec is null
            ? Bad(PictureBytes.IsHeif(bytes) ? nameof(ProblemTexts.PictureHeif) : nameof(ProblemTexts.PictureBroken), place)
            : codec.FrameCount > 1 || PictureBytes.IsAnimatedPng(bytes) ? Bad(nameof(ProblemTexts.PictureAnimated), place)
            : !IsTaken(codec.Info.Size) ? Bad(nameof(ProblemTexts.PictureSize), place, $"{codec.Info.Width} × {codec.Info.Height}")
            : PictureDrawing.Draw(codec, side) is { } drawn ? Parsed<DrawnPicture>.Of(drawn)
            : Bad(nameof(ProblemTexts.PictureBroken), place);
    }

    /// <summary>Looked at before anything is decoded: a small file may say that it is a huge picture.</summary>
    private static bool IsTaken(SKSizeI size)
    {
        var (shorter, longer) = (Math.Min(size.Width, size.Height), Math.Max(size.Width, size.Height));
        return (long)shorter + longer <= Limits.PictureSides && longer <= (long)shorter * Limits.PictureRatio;
    }

    private static Parsed<DrawnPicture> Bad(string code, Place place, params ReadOnlySpan<string> arguments) =>
        Parsed<DrawnPicture>.Bad([new(code, place, [.. arguments])]);
}
