namespace Dissemination.Channels.Zalo;

internal sealed record ZaloArticleToken(string Token);
