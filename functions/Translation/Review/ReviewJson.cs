using System.Text.Json.Serialization;

namespace Dissemination.Translation.Review;

/// <summary>The records that Review stores.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Comment))]
[JsonSerializable(typeof(CommentNotification))]
internal sealed partial class ReviewJson : JsonSerializerContext;
