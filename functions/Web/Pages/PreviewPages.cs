using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Readers;
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

        pages.MapGet("/preview", async (HttpContext context, DirectoryStore directories, CancellationToken cancellation) =>
            PageAnswers.Page<PreviewListPage, CommuneListModel>(new(PageFrame.Of(context, Texts.PreviewTitle), await directories.CurrentAsync(cancellation))));
        pages.MapGet("/preview/{commune}", ShowAsync);
    }

    private static async Task<IResult> ShowAsync(
        string commune, string? next, HttpContext context, Channels.Preview.PreviewPages previews, ChannelRouting routing, DirectoryStore directories, CancellationToken cancellation)
    {
        var directory = await directories.CurrentAsync(cancellation);
        if (!CommuneId.TryParse(commune, null, out var id) || directory.Find(id) is not { } known)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.CommuneNotFound), null, commune));
        }

        var page = await previews.PageAsync(id, next, size: 20, cancellation);
        var real = directory.DestinationsOf(id).Where(routing.IsReal).ToDictionary(destination => destination.Id, destination => destination.Name);
        return PageAnswers.Page<PreviewPage, PreviewModel>(new(PageFrame.Of(context, $"{Texts.PreviewTitle}: {PageWords.Of(known)}"), known, page, real));
    }
}
