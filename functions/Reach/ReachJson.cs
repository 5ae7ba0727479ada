using System.Text.Json.Serialization;
using Dissemination.Reach.Summary;

namespace Dissemination.Reach;

/// <summary>The records that Reach stores.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReachSample))]
[JsonSerializable(typeof(SampleBlock))]
[JsonSerializable(typeof(ItemSummary))]
[JsonSerializable(typeof(SummaryHead))]
[JsonSerializable(typeof(SummaryPlace))]
[JsonSerializable(typeof(OwedPlaces))]
[JsonSerializable(typeof(OpensOnDay))]
internal sealed partial class ReachJson : JsonSerializerContext;
