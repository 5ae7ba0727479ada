using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dissemination.Translation.Drafting;

/// <summary>What became of one text.</summary>
internal sealed record AzureAnswer([property: JsonPropertyName("translations")] ImmutableArray<AzureTranslation> Translations);
