using System.Text.Json.Serialization;

namespace Dissemination.Channels.Reviewers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReviewerCall))]
[JsonSerializable(typeof(ReviewerMessage))]
[JsonSerializable(typeof(ReasonQuestion))]
internal sealed partial class ReviewersJson : JsonSerializerContext;
