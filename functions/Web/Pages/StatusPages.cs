using Dissemination.Deliveries.Watching;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>For the staff: how the program itself is, in plain words.</summary>
internal static class StatusPages
{
    public static void MapStatusPages(this IEndpointRouteBuilder pages) =>
        pages.MapGet(
                "/status",
                async (HttpContext context, Watcher watcher, DirectoryStore directories, CancellationToken cancellationToken) =>
                    PageAnswers.Page<StatusPage, StatusModel>(new(
                        PageFrame.Of(context, Texts.StatusTitle),
                        await watcher.LookAsync(cancellationToken),
                        await directories.CurrentAsync(cancellationToken))))
            .RequireAuthorization(Policies.Staff);
}
