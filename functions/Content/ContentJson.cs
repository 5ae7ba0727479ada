using System.Text.Json.Serialization;

namespace Dissemination.Content;

/// <summary>The records that Content stores.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Item))]
[JsonSerializable(typeof(ListedWords))]
[JsonSerializable(typeof(Revision))]
[JsonSerializable(typeof(ItemNote))]
[JsonSerializable(typeof(VersionDue))]
[JsonSerializable(typeof(ItemDue))]
[JsonSerializable(typeof(SuppliedTranslation))]
[JsonSerializable(typeof(TranslationRequest))]
[JsonSerializable(typeof(AcceptedPicture))]
[JsonSerializable(typeof(Resolution))]
internal sealed partial class ContentJson : JsonSerializerContext;
