using System.Text.Json.Serialization;

namespace Dissemination.Deliveries.Sending;

/// <summary>The records that sending stores.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DestinationHealth))]
[JsonSerializable(typeof(LaneHealth))]
[JsonSerializable(typeof(ShareState))]
internal sealed partial class SendingJson : JsonSerializerContext;
