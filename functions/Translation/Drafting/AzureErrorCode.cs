using System.Text.Json.Serialization;

namespace Dissemination.Translation.Drafting;

/// <param name="Code">Six digits, of which the first three are the HTTP status.</param>
internal sealed record AzureErrorCode([property: JsonPropertyName("code")] int Code);
