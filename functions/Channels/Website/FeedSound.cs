namespace Dissemination.Channels.Website;

/// <summary>A voice of an entry, where everybody can get it.</summary>
internal sealed record FeedSound(string Url, long Bytes, int Seconds);
