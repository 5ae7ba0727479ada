namespace Dissemination.Channels.Cards;

/// <summary>A plain stripe.</summary>
internal sealed record CardBar(float Left, float Top, float Width, float Height, uint Colour);
