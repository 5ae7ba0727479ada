using System.Text.Json.Serialization;

namespace Dissemination.Alerts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(UnhandledBlob))]
internal sealed partial class AlertsJson : JsonSerializerContext;
