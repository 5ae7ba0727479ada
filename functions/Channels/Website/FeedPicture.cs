namespace Dissemination.Channels.Website;

/// <summary>A picture of an entry, where everybody can get it.</summary>
/// <param name="Length">Bytes; 0 where that is not known.</param>
internal sealed record FeedPicture(string Url, string ContentType, string Alt, string? Caption, long Length);
