using System.Text.Json.Serialization;

namespace Dissemination.Publishing;

/// <summary>The records and messages that Publishing stores.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(LaneBatch))]
[JsonSerializable(typeof(LaneWake))]
[JsonSerializable(typeof(FanOutStep))]
[JsonSerializable(typeof(OpenFanOut))]
[JsonSerializable(typeof(ShortLink))]
[JsonSerializable(typeof(ShownPicture))]
[JsonSerializable(typeof(WorklistEntry))]
[JsonSerializable(typeof(ConfirmedTask))]
[JsonSerializable(typeof(PublishedVersion))]
internal sealed partial class PublishingJson : JsonSerializerContext;
