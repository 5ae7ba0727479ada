using System.Text.Json.Serialization;

namespace Dissemination.Channels.Zalo;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ZaloTokenChain))]
internal sealed partial class ZaloTokenJson : JsonSerializerContext;
