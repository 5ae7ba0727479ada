using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Directory.Changes;

/// <summary>What a row of the directory tells of.</summary>
[JsonConverter(typeof(NamedEnumConverter<DirectoryTable>))]
internal enum DirectoryTable
{
    Communes,
    Destinations,
    People,
}
