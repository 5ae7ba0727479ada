namespace Dissemination.Channels.Zalo;

internal sealed record ZaloArticleId(string Id);
