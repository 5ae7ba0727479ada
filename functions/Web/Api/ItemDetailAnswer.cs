using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>An item with the words of its current revision and its translations.</summary>
internal sealed record ItemDetailAnswer
{
    public required ItemAnswer Item { get; init; }

    public required VersionText Text { get; init; }

    public required string Issuer { get; init; }

    public required string? Speaker { get; init; }

    public required string? Resolution { get; init; }

    public required ImmutableArray<string> Topics { get; init; }

    public required ImmutableArray<CommuneId> Communes { get; init; }

    public required string? Picture { get; init; }

    public required string? PictureAlt { get; init; }

    public required ImmutableArray<ItemPicture> Pictures { get; init; }

    public required IReadOnlyList<TranslationStatusAnswer> Translations { get; init; }

    public static ItemDetailAnswer Of(Item item, ItemContent content, IReadOnlyList<TranslationStatusAnswer> translations) => new()
    {
        Item = ItemAnswer.Of(item),
        Text = content.Text,
        Issuer = content.Issuer,
        Speaker = content.Speaker,
        Resolution = content.Resolution,
        Topics = content.Topics,
        Communes = content.Communes,
        Picture = content.Pictures.FirstOrDefault()?.File,
        PictureAlt = content.Pictures.FirstOrDefault()?.Alt,
        Pictures = content.Pictures,
        Translations = translations,
    };
}
