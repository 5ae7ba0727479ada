using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Directory.Changes;

[JsonConverter(typeof(NamedEnumConverter<RowChangeKind>))]
internal enum RowChangeKind
{
    Added,
    Changed,
    Removed,
}
