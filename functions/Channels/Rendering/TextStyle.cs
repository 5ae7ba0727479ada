using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Channels.Rendering;

[JsonConverter(typeof(NamedEnumConverter<TextStyle>))]
internal enum TextStyle
{
    Bold,
    Italic,
    Link,
}
