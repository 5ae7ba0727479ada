using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;

namespace Dissemination.Channels.Cards;

/// <summary>What is written on a picture card.</summary>
/// <param name="Speaker">Whose words a quote is.</param>
/// <param name="SampleMark">The words that mark a sample; null where it is none.</param>
internal sealed record Card(
    ItemKind Kind, string? Headline, ImmutableArray<CardParagraph> Text, string? Speaker, string Issuer, string? SampleMark)
{
    /// <summary>The words for those who cannot see the card. They are no part of the picture, nor of its name.</summary>
    [JsonIgnore]
    public string Alt { get; init; } = "";
}
