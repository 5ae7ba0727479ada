using System.Collections.Immutable;
using SkiaSharp;

namespace Dissemination.Channels.Cards;

/// <summary>A word as it is drawn. Measures are in ems.</summary>
/// <param name="SpaceBefore">Whether a space stands between it and the word before it, which a zero-width space does not.</param>
/// <param name="Overhang">How far its ink swings out behind its width, as letters of Tai Viet do.</param>
internal sealed record ShapedWord(string Text, bool SpaceBefore, ImmutableArray<ShapedRun> Runs, float Width, float Overhang);

/// <summary>Glyphs of one face. Numbers and places belong to each other by their order; measures are in ems.</summary>
/// <param name="Ink">Where the last ink ends.</param>
internal sealed record ShapedRun(CardFace Face, ushort[] Glyphs, SKPoint[] Places, float Width, float Ink);

/// <summary>A word in its line.</summary>
/// <param name="Left">From the beginning of the line, in ems.</param>
internal sealed record PlacedWord(ShapedWord Word, float Left)
{
    /// <summary>Where its ink ends.</summary>
    public float Right => Left + Word.Width + Word.Overhang;
}
