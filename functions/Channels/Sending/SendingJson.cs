using System.Text.Json.Serialization;

namespace Dissemination.Channels.Sending;

/// <summary>The records that sending stores.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DestinationStanding))]
[JsonSerializable(typeof(LaneStanding))]
[JsonSerializable(typeof(LaneMemory))]
internal sealed partial class SendingJson : JsonSerializerContext;
