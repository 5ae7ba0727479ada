using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Intake.Drafts;

/// <summary>What an item says, in the form in which people correct it: pure functions.</summary>
internal static class CorrectionForm
{
    /// <param name="pictures">Those of its revision, in their order.</param>
    public static DraftItem OfArticle(ItemContent content, Untranslated untranslated, ImmutableArray<DraftPicture> pictures) => new()
    {
        Id = content.Id.Value,
        Kind = content.Kind is ItemKind.Poster ? DraftItem.Poster : DraftItem.Article,
        Title = content.Text.Title ?? "",
        Summary = content.Text.Summary ?? "",
        Body = content.Text.Body,
        Issuer = content.Issuer,
        Resolution = content.Resolution ?? "",
        Topics = content.Topics,
        Communes = [.. content.Communes.Select(commune => commune.Value)],
        PublishAt = TimeOf(content.PublishAt),
        ExpiresAt = TimeOf(content.ExpiresAt),
        Overflow = EnumNames.Of(content.Overflow),
        Untranslated = EnumNames.Of(untranslated),
        Airing = EnumNames.Of(content.Airing),
        Sample = content.Sample,
        Pictures = pictures,
    };

    /// <summary>A slogan or quote as the only row of a sheet.</summary>
    /// <param name="file">The one that its row came from, to which it belongs.</param>
    /// <param name="known">By which communes and topics have their names.</param>
    public static DraftSheet OfRow(ItemContent content, Untranslated untranslated, string file, KnownReferences known)
    {
        var picture = content.Pictures.FirstOrDefault();
        ImmutableArray<(string Field, string Value)> cells =
        [
            ("text", content.Text.Body),
            ("kind", EnumNames.Of(content.Kind)),
            ("speaker", content.Speaker ?? ""),
            ("topics", SheetNames.OfTopics(content.Topics, known.Resolutions.GetValueOrDefault(content.Resolution ?? ""))),
            ("communes", SheetNames.OfCommunes(content.Communes, known)),
            ("publishAt", TimeOf(content.PublishAt)),
            ("expiresAt", TimeOf(content.ExpiresAt)),
            ("id", content.Id.Value),
            ("picture", picture is null ? "" : PictureFields.FileName(picture.File)),
            ("pictureAlt", picture?.Alt ?? ""),
            ("pictureCaption", picture?.Caption ?? ""),
            ("pictureWords", picture?.Words ?? ""),
            ("overflow", EnumNames.Of(content.Overflow)),
            ("untranslated", EnumNames.Of(untranslated)),
            ("airing", EnumNames.Of(content.Airing)),
            ("sample", content.Sample ? "true" : ""),
        ];
        return new([.. cells.Select(cell => new DraftColumn("", cell.Field))], [[.. cells.Select(cell => cell.Value)]])
        {
            Issuer = content.Issuer,
            Resolution = content.Resolution ?? "",
            Of = file,
        };
    }

    private static string TimeOf(DateTimeOffset? at) => at is { } time ? LocalTime.Text(time) : "";
}
