using System.Collections.Immutable;
using SkiaSharp;

namespace Dissemination.Channels.Cards;

/// <summary>A word as it is drawn.</summary>
/// <param name="SpaceBefore">Whether a space stands between it and the word before it, which a zero-width space does not.</param>
/// <param name="Width">In ems.</param>
internal sealed record ShapedWord(string Text, bool SpaceBefore, ImmutableArray<ShapedRun> Runs, float Width);

/// <summary>Glyphs of one face. Numbers and places belong to each other by their order; places and width are in ems.</summary>
internal sealed record ShapedRun(CardFace Face, ushort[] Glyphs, SKPoint[] Places, float Width);
