namespace Dissemination.Channels.Zalo;

internal sealed record ZaloContent(string? Text = null, ZaloAttachment? Attachment = null);
