using System.Text.Json.Serialization;

namespace Dissemination.Translation;

/// <summary>The records that Translation stores.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TranslatedVersion))]
[JsonSerializable(typeof(InboxEntry))]
internal sealed partial class TranslationJson : JsonSerializerContext;
