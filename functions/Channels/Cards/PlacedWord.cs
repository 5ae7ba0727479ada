namespace Dissemination.Channels.Cards;

/// <summary>A word in its line.</summary>
/// <param name="Left">From the beginning of the line, in ems.</param>
internal sealed record PlacedWord(ShapedWord Word, float Left)
{
    /// <summary>Where its ink ends.</summary>
    public float Right => Left + Word.Width + Word.Overhang;
}
