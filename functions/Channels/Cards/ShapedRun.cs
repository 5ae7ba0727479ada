using SkiaSharp;

namespace Dissemination.Channels.Cards;

/// <summary>Glyphs of one face. Numbers and places belong to each other by their order; measures are in ems.</summary>
/// <param name="Ink">Where the last ink ends.</param>
internal sealed record ShapedRun(CardFace Face, ushort[] Glyphs, SKPoint[] Places, float Width, float Ink);
