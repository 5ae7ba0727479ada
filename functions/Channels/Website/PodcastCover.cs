using SkiaSharp;

namespace Dissemination.Channels.Website;

/// <summary>The picture that directories of podcasts ask for: a microphone before the hills, and no words, for all languages.</summary>
internal static class PodcastCover
{
    public const string Path = "/feeds/podcast.png";

    /// <summary>The least that Apple takes is 1400.</summary>
    private const int Side = 1400;

    private static readonly SKColor Ground = new(0x0a, 0x44, 0x38);
    private static readonly SKColor Hills = new(0x0f, 0x5c, 0x4c);
    private static readonly SKColor Voice = new(0xf0, 0xa9, 0xcc);

    private static readonly Lazy<byte[]> Drawn = new(Draw);

    public static byte[] Png => Drawn.Value;

    private static byte[] Draw()
    {
        using var surface = SKSurface.Create(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(Ground);
        using var fill = new SKPaint { Color = Hills, IsAntialias = true };
        canvas.DrawCircle(300, 1500, 620, fill);
        canvas.DrawCircle(1150, 1600, 760, fill);
        fill.Color = SKColors.White;
        canvas.DrawRoundRect(new SKRect(580, 300, 820, 760), 120, 120, fill);
        using var line = new SKPaint
        {
            Color = SKColors.White,
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 56,
            StrokeCap = SKStrokeCap.Round,
        };
        canvas.DrawArc(new SKRect(480, 440, 920, 880), 0, 180, useCenter: false, line);
        canvas.DrawLine(700, 880, 700, 1060, line);
        canvas.DrawLine(560, 1060, 840, 1060, line);
        line.Color = Voice;
        foreach (var reach in (ReadOnlySpan<float>)[180, 320])
        {
            var area = new SKRect(700 - 240 - reach, 530 - reach, 700 + 240 + reach, 530 + reach);
            canvas.DrawArc(area, -35, 70, useCenter: false, line);
            canvas.DrawArc(area, 145, 70, useCenter: false, line);
        }

        using var picture = surface.Snapshot();
        using var png = picture.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }
}
