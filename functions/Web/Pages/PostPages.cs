using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Translation;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Readers;

namespace Dissemination.Web.Pages;

/// <summary>The words behind a short link.</summary>
internal static class PostPages
{
    public static void MapPostPages(this IEndpointRouteBuilder pages) =>
        pages.MapMethods("/posts/{item}/{language}", ReadMethods.All, ShowAsync).AllowAnonymous();

    /// <summary>Where the words of a delivery are read. A commune may have its own of a translation; the original is the same everywhere.</summary>
    public static string AddressOf(DeliveryId delivery) =>
        $"/posts/{delivery.Version.Item}/{delivery.Version.Language}{(delivery.Version.Language.IsVietnamese ? "" : $"?commune={delivery.Destination.Commune}")}";

    private static async Task<IResult> ShowAsync(
        string item, string language, string? commune, HttpContext context, PublicVersions versions, Translations translations, CancellationToken cancellation)
    {
        if (!ItemId.TryParse(item, null, out var id)
            || !LanguageTag.TryParse(language, null, out var tag)
            || await versions.FindAsync(id, tag, CommuneId.TryParse(commune, null, out var own) ? own : null, cancellation) is not { } version)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.PostNotFound)));
        }

        var frame = PageFrame.Of(context, version.Text.Headline) with { TitleLanguage = tag };
        return PageAnswers.Page<PostPage, PostModel>(new(frame, version)
        {
            Others = await OthersAsync(version, translations, cancellation),
        });
    }

    private static async Task<IReadOnlyList<LanguageTag>> OthersAsync(PublishableVersion version, Translations translations, CancellationToken cancellation)
    {
        var (item, revision, language) = version.Id;
        var approved = await translations
            .OfAsync(item, revision, cancellation)
            .Where(row => row.Value.State is TranslationState.Approved)
            .Select(row => row.Value.Id.Language)
            .ToListAsync(cancellation);
        return [.. approved.Prepend(LanguageTag.Vietnamese).Where(other => other != language)];
    }
}
