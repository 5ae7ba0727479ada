using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Readers;

namespace Dissemination.Web.Pages;

/// <summary>The words behind a short link.</summary>
internal static class PostPages
{
    public static void MapPostPages(this IEndpointRouteBuilder pages) =>
        pages.MapMethods("/posts/{item}/{language}", ReadMethods.All, ShowAsync)
            .WithMetadata(new UnreadAs(nameof(ProblemTexts.PostNotFound)));

    /// <summary>
    /// Where the words of a delivery are read. A commune may have its own of a translation; the original is the same everywhere.
    /// </summary>
    public static string AddressOf(DeliveryId delivery)
    {
        var (item, _, language) = delivery.Version;
        return language.IsVietnamese ? $"/posts/{item}/{language}" : $"/posts/{item}/{language}?commune={delivery.Destination.Commune}";
    }

    private static async Task<IResult> ShowAsync(
        ItemId item, LanguageTag language, string? commune, [AsParameters] PostPageServices page, CancellationToken cancellationToken)
    {
        if (await page.Versions.FindAsync(item, language, IStringId<CommuneId>.Find(commune), cancellationToken) is not { } version)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.PostNotFound)));
        }

        version = await page.Aloud.WithRecordingsAsync(version, cancellationToken);
        PageAnswers.AllowOwnSound(page.Context);
        var frame = PageFrame.Of(page.Context, version.Text.Headline) with { TitleLanguage = language };
        return PageAnswers.Page<PostPage, PostModel>(new(frame, version)
        {
            Others = await OthersAsync(version, page.Translations, cancellationToken),
        });
    }

    private static async Task<IReadOnlyList<LanguageTag>> OthersAsync(
        PublishableVersion version, TranslationService translations, CancellationToken cancellationToken)
    {
        var (item, revision, language) = version.Id;
        var approved = await translations
            .OfAsync(item, revision, cancellationToken)
            .Where(row => row.Value.HasApproved)
            .Select(row => row.Value.Id.Language)
            .ToListAsync(cancellationToken);
        return [.. approved.Prepend(LanguageTag.Vietnamese).Where(other => other != language)];
    }
}
