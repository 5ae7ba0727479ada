using System.Text.Json.Serialization;

namespace Dissemination.Deliveries.Connections;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TestSend))]
internal sealed partial class ConnectionsJson : JsonSerializerContext;
