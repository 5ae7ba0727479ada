using System.Text.Json.Serialization;
using Dissemination.Storage.Records;
using Dissemination.Storage.Schema;

namespace Dissemination.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HistoryEntry))]
[JsonSerializable(typeof(RecordEnd))]
[JsonSerializable(typeof(RecordHead))]
[JsonSerializable(typeof(RecordLine))]
[JsonSerializable(typeof(SchemaState))]
internal sealed partial class StorageJson : JsonSerializerContext;
