using System.Text.Json.Serialization;

namespace Dissemination.Channels.Cards;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Card))]
internal sealed partial class CardJson : JsonSerializerContext;
