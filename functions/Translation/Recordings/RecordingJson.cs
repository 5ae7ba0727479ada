using System.Text.Json.Serialization;

namespace Dissemination.Translation.Recordings;

/// <summary>The records that recordings are stored as.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Recording))]
[JsonSerializable(typeof(RecordingEntry))]
internal sealed partial class RecordingJson : JsonSerializerContext;
