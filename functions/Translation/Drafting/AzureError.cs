using System.Text.Json.Serialization;

namespace Dissemination.Translation.Drafting;

/// <summary>Why the translator refused, in its own numbers.</summary>
internal sealed record AzureError([property: JsonPropertyName("error")] AzureErrorCode? Error);
