using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Content;

[JsonConverter(typeof(NamedEnumConverter<TopicKind>))]
internal enum TopicKind
{
    Target,
    Task,
    Breakthrough,
}
