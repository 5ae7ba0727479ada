using System.Text.Json.Serialization;

namespace Dissemination.Channels;

/// <summary>The records that all channels share.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShownPicture))]
internal sealed partial class ChannelsJson : JsonSerializerContext;
