using System.Text.Json.Serialization;

namespace Dissemination.Channels.Zalo;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ZaloMessage))]
[JsonSerializable(typeof(ZaloArticleBody))]
[JsonSerializable(typeof(ZaloArticleToken))]
[JsonSerializable(typeof(ZaloArticleId))]
[JsonSerializable(typeof(ZaloTokenAnswer))]
internal sealed partial class ZaloJson : JsonSerializerContext;
