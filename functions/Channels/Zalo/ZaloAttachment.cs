namespace Dissemination.Channels.Zalo;

internal sealed record ZaloAttachment(ZaloMedia Payload, string Type = "template");
