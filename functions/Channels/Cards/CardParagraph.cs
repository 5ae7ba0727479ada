namespace Dissemination.Channels.Cards;

/// <param name="Bold">Whether it is a heading.</param>
internal sealed record CardParagraph(string Text, bool Bold = false);
