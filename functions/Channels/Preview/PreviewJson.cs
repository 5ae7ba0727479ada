using System.Text.Json.Serialization;

namespace Dissemination.Channels.Preview;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PreviewPost))]
[JsonSerializable(typeof(PreviewPointer))]
internal sealed partial class PreviewJson : JsonSerializerContext;
