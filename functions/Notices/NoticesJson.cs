using System.Text.Json.Serialization;

namespace Dissemination.Notices;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(UnhandledBlob))]
internal sealed partial class NoticesJson : JsonSerializerContext;
