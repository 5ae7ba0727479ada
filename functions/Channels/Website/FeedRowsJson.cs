using System.Text.Json.Serialization;

namespace Dissemination.Channels.Website;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FeedEntry))]
[JsonSerializable(typeof(FeedPointer))]
[JsonSerializable(typeof(FeedRemoval))]
[JsonSerializable(typeof(FeedVoice))]
[JsonSerializable(typeof(FeedVoicePointer))]
internal sealed partial class FeedRowsJson : JsonSerializerContext;
