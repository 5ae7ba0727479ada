using System.Text.Json.Serialization;

namespace Dissemination.Publishing;

/// <summary>The records and messages of what is to go out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FanOutStep))]
[JsonSerializable(typeof(UnfinishedFanOut))]
[JsonSerializable(typeof(PublishedVersion))]
[JsonSerializable(typeof(OutOccasion))]
internal sealed partial class PublishingJson : JsonSerializerContext;
