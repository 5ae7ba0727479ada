namespace Dissemination.Channels.Website;

/// <summary>Which row holds the voice of a text.</summary>
internal sealed record FeedVoicePointer(string Row);
