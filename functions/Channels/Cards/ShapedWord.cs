using System.Collections.Immutable;

namespace Dissemination.Channels.Cards;

/// <summary>A word as it is drawn. Measures are in ems.</summary>
/// <param name="SpaceBefore">Whether a space stands between it and the word before it, which a zero-width space does not.</param>
/// <param name="Overhang">How far its ink swings out behind its width, as letters of Tai Viet do.</param>
internal sealed record ShapedWord(string Text, bool SpaceBefore, ImmutableArray<ShapedRun> Runs, float Width, float Overhang);
