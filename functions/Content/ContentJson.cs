using System.Text.Json.Serialization;

namespace Dissemination.Content;

/// <summary>The records that Content stores.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Item))]
[JsonSerializable(typeof(Revision))]
[JsonSerializable(typeof(Due))]
[JsonSerializable(typeof(ReportDue))]
[JsonSerializable(typeof(StopDue))]
[JsonSerializable(typeof(HandIn))]
[JsonSerializable(typeof(SuppliedTranslation))]
[JsonSerializable(typeof(TranslationWanted))]
[JsonSerializable(typeof(AcceptedPicture))]
[JsonSerializable(typeof(Resolution))]
[JsonSerializable(typeof(Rejection))]
internal sealed partial class ContentJson : JsonSerializerContext;
