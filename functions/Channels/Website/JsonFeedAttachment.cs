namespace Dissemination.Channels.Website;

/// <param name="SizeInBytes">Left out where it is not known.</param>
/// <param name="DurationInSeconds">Of a voice.</param>
internal sealed record JsonFeedAttachment(string Url, string MimeType, string Title, long? SizeInBytes, int? DurationInSeconds = null);
