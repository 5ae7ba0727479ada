namespace Dissemination.Channels.Zalo;

/// <param name="MediaType"><c>image</c> or <c>article</c>.</param>
internal sealed record ZaloMediaElement(string MediaType, string AttachmentId);
