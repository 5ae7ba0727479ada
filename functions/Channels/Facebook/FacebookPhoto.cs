using System.Text.Json.Serialization;

namespace Dissemination.Channels.Facebook;

/// <summary>A picture that a post is given, as the form wants it.</summary>
internal sealed record FacebookPhoto([property: JsonPropertyName("media_fbid")] string MediaId);
