using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Readers;

namespace Dissemination.Web.Pages;

internal static class FeedPages
{
    public static void MapFeedPages(this IEndpointRouteBuilder pages) =>
        pages.MapMethods(
            "/feeds", ReadMethods.All, async (HttpContext context, DirectoryStore directories, CancellationToken cancellationToken) =>
                PageAnswers.Page<FeedListPage, CommuneListModel>(
                    new(PageFrame.Of(context, Texts.FeedsTitle), await directories.CurrentAsync(cancellationToken))));
}
