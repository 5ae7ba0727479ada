using System.Text.Json.Serialization;

namespace Dissemination.Directory;

/// <summary>The snapshot as it is stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DirectorySnapshot))]
internal sealed partial class DirectoryJson : JsonSerializerContext;
