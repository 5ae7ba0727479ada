using System.Text.Json.Serialization;

namespace Dissemination.Reach;

/// <summary>The records that Reach stores.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReachSample))]
internal sealed partial class ReachJson : JsonSerializerContext;
