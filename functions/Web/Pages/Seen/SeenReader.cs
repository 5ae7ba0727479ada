using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries.Foresight;
using Dissemination.Directory;
using Dissemination.Intake.Drafts;
using Dissemination.Publishing;
using Dissemination.Translation;

namespace Dissemination.Web.Pages.Seen;

/// <summary>Puts together what will be seen of an item or a draft.</summary>
internal sealed class SeenReader(VersionReader versions, PostForesight foresight, SiteAddress site, TimeProvider time)
{
    /// <summary>From how many letters a text fills a phone by itself.</summary>
    private const int LongBody = 600;

    /// <summary>An item in one language. One transaction for a translation, none for an original.</summary>
    /// <param name="translations">Of its revision, without the communes' own.</param>
    public async Task<SeenModel> OfItemAsync(
        (Item Item, ItemContent Content) of,
        IReadOnlyCollection<TranslatedVersion> translations,
        LanguageTag language,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        var (item, content) = of;
        var languages = LanguagesOf(content, translations, directory);
        var shown = languages.Any(known => known.Language == language) ? language : LanguageTag.Vietnamese;
        var version = await versions.FindAsync(item, item.Original with { Language = shown }, translations, cancellationToken);
        var places = new SeenPlaces(directory, site.Base, PictureAt, $"/items/{item.Id}?language={{0}}");
        return new(shown, languages, version is { } there ? PostsOf(there, directory) : [], places)
        {
            IsFolded = content.Text.Body.Length > LongBody,
            WithoutVietnamese = directory.Destinations.Count(
                place => !place.Carries(LanguageTag.Vietnamese) && content.IsWantedIn(place.Id.Commune, directory)),
        };

        string PictureAt(ForeseenPost post, PostPicture picture) =>
            picture.IsCard
                ? $"/items/{item.Id}/cards/{shown}{(post.Own is { } own ? $"?commune={own}" : "")}"
                : $"/feeds/pictures/{Uri.EscapeDataString(picture.Blob)}";
    }

    /// <summary>A draft, of which there are the Vietnamese words alone. Nothing is read.</summary>
    /// <param name="row">Which row of a sheet it is, counted from 1; null where the draft is one item.</param>
    public SeenModel OfDraft(DraftId id, DraftVersion draft, DirectorySnapshot directory, int? row = null)
    {
        var isReadable = ItemMarkdown.TryParse(draft.Content.Text.Body, ItemMarkdown.Pipeline) is not null;
        var version = new PublishableVersion(draft.Item.Original, draft.Item, draft.Content, null, draft.Pictures);
        var places = new SeenPlaces(
            directory, site.Base, (_, picture) => picture.IsCard && row is { } number
                ? string.Create(CultureInfo.InvariantCulture, $"/drafts/{id}/cards/{number}")
                : $"/drafts/{id}/pictures/{Uri.EscapeDataString(picture.Blob)}");
        return new(
            LanguageTag.Vietnamese, LanguagesOf(draft.Content, [], directory), isReadable ? PostsOf(version, directory) : [], places)
        {
            IsUnreadable = !isReadable,
        };
    }

    private ImmutableArray<ForeseenPost> PostsOf(PublishableVersion version, DirectorySnapshot directory) =>
        version.AsApproved() is { Text.IsEmpty: false } seen ? foresight.Of(seen, directory, time.GetUtcNow()) : [];

    private static ImmutableArray<SeenLanguage> LanguagesOf(
        ItemContent content, IReadOnlyCollection<TranslatedVersion> translations, DirectorySnapshot directory) =>
    [
        new(LanguageTag.Vietnamese, null, !content.Text.IsEmpty),
        .. from language in TranslationAccess.LanguagesOf(content, directory)
               .Where(language => !language.IsVietnamese)
               .OrderBy(language => language.Value, StringComparer.Ordinal)
           let translation = translations.FirstOrDefault(one => one.Id.Language == language && one.Commune is null)
           select new SeenLanguage(language, translation?.State, translation is { Text.IsEmpty: false }),
    ];
}
