using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Channels;

/// <summary>What a channel tells of a post. They are different things and are never added to each other.</summary>
[JsonConverter(typeof(NamedEnumConverter<PostMetric>))]
internal enum PostMetric
{
    /// <summary>Members or followers when it was sent. Places overlap, so it is never added.</summary>
    Audience,

    /// <summary>Different people to whom it was shown. Posts overlap, so it is never added.</summary>
    Reach,

    /// <summary>How often it was shown.</summary>
    Views,

    Reactions,

    Comments,

    Shares,
}
