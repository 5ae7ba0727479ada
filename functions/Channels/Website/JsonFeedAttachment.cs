namespace Dissemination.Channels.Website;

/// <param name="SizeInBytes">Left out where it is not known.</param>
internal sealed record JsonFeedAttachment(string Url, string MimeType, string Title, long? SizeInBytes);
