using System.Collections.Immutable;

namespace Dissemination.Channels.Cards;

/// <summary>Where everything on a card is, in pixels.</summary>
internal sealed record CardLayout(int Width, int Height, CardColours Colours, ImmutableArray<CardLine> Lines, ImmutableArray<CardBar> Bars)
{
    /// <summary>Raised whenever the same card would look otherwise, so that a new picture gets a new name.</summary>
    public const int Version = 1;

    /// <summary>Nothing stands nearer to an edge.</summary>
    public const int Margin = 96;

    /// <summary>The words of the text for which there was no room.</summary>
    public int WordsLeftOut { get; init; }
}
