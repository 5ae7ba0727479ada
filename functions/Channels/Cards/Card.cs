using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;

namespace Dissemination.Channels.Cards;

/// <summary>What is written on a picture card.</summary>
/// <param name="Speaker">Whose words a quote is.</param>
/// <param name="SampleMark">The words that mark a sample; null where it is none.</param>
internal sealed record Card(ItemKind Kind, string? Headline, ImmutableArray<CardParagraph> Text, string? Speaker, string Issuer, string? SampleMark);

/// <param name="Bold">Whether it is a heading.</param>
internal sealed record CardParagraph(string Text, bool Bold = false);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Card))]
internal sealed partial class CardJson : JsonSerializerContext;
