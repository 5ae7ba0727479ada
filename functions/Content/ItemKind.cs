using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Content;

[JsonConverter(typeof(NamedEnumConverter<ItemKind>))]
internal enum ItemKind
{
    Article,
    Slogan,
    Quote,
    Poster,
}
