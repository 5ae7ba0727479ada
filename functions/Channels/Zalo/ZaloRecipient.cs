namespace Dissemination.Channels.Zalo;

/// <param name="Target">Who gets a broadcast.</param>
internal sealed record ZaloRecipient(string? GroupId = null, ZaloAudience? Target = null);
