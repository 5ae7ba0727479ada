namespace Dissemination.Channels.Zalo;

/// <summary>A message to a group, or the broadcast of articles: one address takes both.</summary>
internal sealed record ZaloMessage(ZaloRecipient Recipient, ZaloContent Message);
