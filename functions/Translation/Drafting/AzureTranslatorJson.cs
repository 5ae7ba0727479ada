using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dissemination.Translation.Drafting;

/// <summary>One text of a call.</summary>
internal sealed record AzureText([property: JsonPropertyName("Text")] string Text);

/// <summary>What became of one text.</summary>
internal sealed record AzureAnswer([property: JsonPropertyName("translations")] ImmutableArray<AzureTranslation> Translations);

internal sealed record AzureTranslation([property: JsonPropertyName("text")] string Text, [property: JsonPropertyName("to")] string To);

[JsonSerializable(typeof(List<AzureText>))]
[JsonSerializable(typeof(List<AzureAnswer>))]
internal sealed partial class AzureTranslatorJson : JsonSerializerContext;
