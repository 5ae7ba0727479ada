using System.Text.Json.Serialization;

namespace Dissemination.Reach.Meetings;

/// <summary>The records of meetings and opinions that Reach stores.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ToldRecord))]
[JsonSerializable(typeof(ToldChange))]
[JsonSerializable(typeof(CommuneTally))]
[JsonSerializable(typeof(DayTally))]
[JsonSerializable(typeof(AgreedSheet))]
internal sealed partial class MeetingsJson : JsonSerializerContext;
