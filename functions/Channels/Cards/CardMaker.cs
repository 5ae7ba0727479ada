using Dissemination.Problems;
using SkiaSharp;

namespace Dissemination.Channels.Cards;

/// <summary>Draws a card: the same card gives the same bytes.</summary>
internal static class CardMaker
{
    // Letters on one colour compress best unfiltered, and harder work saves little.
    private static readonly SKPngEncoderOptions Png = new(SKPngEncoderFilterFlags.None, zLibLevel: 6);

    /// <returns>A PNG, or why there is no card: a character that the font does not have, or a text that does not fit.</returns>
    public static Result<byte[]> Make(Card card)
    {
        var layout = CardComposer.Compose(card);
        return layout.IsDone ? Draw(layout.Value) : layout.Problem!;
    }

    private static byte[] Draw(CardLayout layout)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(layout.Width, layout.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(Colour(layout.Colours.Background));
        foreach (var bar in layout.Bars)
        {
            using var paint = new SKPaint { Color = Colour(bar.Colour) };
            canvas.DrawRect(bar.Left, bar.Top, bar.Width, bar.Height, paint);
        }

        foreach (var line in layout.Lines)
        {
            Draw(canvas, line);
        }

        canvas.Flush();
        using var pixels = bitmap.PeekPixels();
        using var png = pixels.Encode(Png) ?? throw new InvalidOperationException("A card could not be written as PNG.");
        return png.ToArray();
    }

    private static void Draw(SKCanvas canvas, CardLine line)
    {
        using var paint = new SKPaint { Color = Colour(line.Colour), IsAntialias = true };
        foreach (var word in line.Words)
        {
            var left = line.Left + (word.Left * line.Size);
            foreach (var run in word.Word.Runs)
            {
                // Unhinted outlines measure the same at every size, as the layout supposes.
                using var font = new SKFont(run.Face.Typeface, line.Size)
                {
                    Subpixel = true,
                    Hinting = SKFontHinting.None,
                    Edging = SKFontEdging.Antialias,
                };
                using var builder = new SKTextBlobBuilder();
                builder.AddPositionedRun(
                    run.Glyphs, font, [.. run.Places.Select(place => new SKPoint(place.X * line.Size, place.Y * line.Size))]);
                using var blob = builder.Build();
                if (blob is not null)
                {
                    canvas.DrawText(blob, left, line.Baseline, paint);
                }

                left += run.Width * line.Size;
            }
        }
    }

    private static SKColor Colour(uint rgb) => new(0xFF000000 | rgb);
}
