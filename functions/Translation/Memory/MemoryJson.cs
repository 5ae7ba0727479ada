using System.Text.Json.Serialization;

namespace Dissemination.Translation.Memory;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MemoryRow))]
[JsonSerializable(typeof(MemoryManifest))]
internal sealed partial class MemoryJson : JsonSerializerContext;
