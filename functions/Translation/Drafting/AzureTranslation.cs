using System.Text.Json.Serialization;

namespace Dissemination.Translation.Drafting;

internal sealed record AzureTranslation([property: JsonPropertyName("text")] string Text, [property: JsonPropertyName("to")] string To);
