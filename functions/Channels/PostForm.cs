using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Channels;

/// <summary>As what readers of a place see a post.</summary>
[JsonConverter(typeof(NamedEnumConverter<PostForm>))]
internal enum PostForm
{
    /// <summary>One message, or several, one after the other.</summary>
    Messages,

    /// <summary>An article with a title and a cover.</summary>
    Article,

    /// <summary>An entry of a feed, which websites show.</summary>
    Entry,

    /// <summary>What a person copies and posts.</summary>
    ByHand,

    /// <summary>What a person reads out.</summary>
    ReadAloud,
}
