using System.Text.Json.Serialization;

namespace Dissemination.Storage.BackUps;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BackUpFormat))]
[JsonSerializable(typeof(BackUpManifest))]
internal sealed partial class BackUpsJson : JsonSerializerContext;
