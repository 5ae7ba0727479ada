using System.Text.Json.Serialization;

namespace Dissemination.Reviewing;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReviewerCall))]
[JsonSerializable(typeof(ReviewerMessage))]
[JsonSerializable(typeof(ReasonQuestion))]
[JsonSerializable(typeof(ListenerMessage))]
internal sealed partial class ReviewingJson : JsonSerializerContext;
