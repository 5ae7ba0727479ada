using System.Collections.Immutable;

namespace Dissemination.Channels.Cards;

/// <summary>A line of words.</summary>
/// <param name="Left">Where its first word begins.</param>
/// <param name="Width">To where the ink of its last word ends.</param>
/// <param name="Size">The size of the font.</param>
internal sealed record CardLine(ImmutableArray<PlacedWord> Words, float Left, float Baseline, float Width, float Size, uint Colour);
