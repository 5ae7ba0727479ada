using System.Text.Json.Serialization;
using Dissemination.Translation.Review;

namespace Dissemination.Translation;

/// <summary>The records that Translation stores.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TranslatedVersion))]
[JsonSerializable(typeof(InboxEntry))]
[JsonSerializable(typeof(Comment))]
[JsonSerializable(typeof(CommentNews))]
internal sealed partial class TranslationJson : JsonSerializerContext;
