using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Readers;
using Dissemination.Web.SignIn;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.Pages;

/// <summary>What would have gone out: only where posts without a credential are kept instead.</summary>
internal static class PreviewPages
{
    public static void MapPreviewPages(this IEndpointRouteBuilder pages, IServiceProvider services)
    {
        if (!services.GetRequiredService<IOptions<ChannelOptions>>().Value.Preview)
        {
            return;
        }

        var previews = pages.MapGroup("/preview").RequireAuthorization(Policies.Anybody);
        previews.MapGet("", async (HttpContext context, DirectoryStore directories, CancellationToken cancellationToken) =>
            PageAnswers.Page<PreviewListPage, CommuneListModel>(
                new(PageFrame.Of(context, Texts.PreviewTitle), await directories.CurrentAsync(cancellationToken))));
        previews.MapGet("/{commune}", ShowAsync).WithMetadata(new UnreadAs(nameof(ProblemTexts.CommuneNotFound)));
    }

    private static async Task<IResult> ShowAsync(
        CommuneId commune, string? next, [AsParameters] PreviewPageServices page, CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        if (directory.Find(commune) is not { } known)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.CommuneNotFound), null, commune.Value));
        }

        var previews = await page.Previews.PageAsync(commune, next, size: 20, cancellationToken);
        var real = directory.DestinationsOf(commune).Where(page.Routing.IsReal)
            .ToDictionary(destination => destination.Id, destination => destination.Name);
        return PageAnswers.Page<PreviewPage, PreviewModel>(
            new(PageFrame.Of(page.Context, $"{Texts.PreviewTitle}: {PageLabels.Of(known)}"), known, previews, real));
    }
}
