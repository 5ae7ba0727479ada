using Dissemination.Content;

namespace Dissemination.Channels.Cards;

/// <summary>The colours of a card, as 0xRRGGBB. Each is far enough from the background to be read in the sun.</summary>
/// <param name="Ink">Words.</param>
/// <param name="Soft">The issuer.</param>
/// <param name="Accent">Bars and marks.</param>
internal sealed record CardColours(uint Background, uint Ink, uint Soft, uint Accent)
{
    public static CardColours Slogan { get; } = new(0x8C1D18, 0xFFF8E7, 0xFBE9C6, 0xF6D27A);

    public static CardColours Page { get; } = new(0xFFFBF4, 0x1B1B1B, 0x444444, 0x8C1D18);

    public static CardColours Of(ItemKind kind) => kind is ItemKind.Slogan ? Slogan : Page;
}
