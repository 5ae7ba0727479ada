using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Directory;

[JsonConverter(typeof(NamedEnumConverter<CommuneKind>))]
internal enum CommuneKind
{
    Commune,
    Ward,
}
