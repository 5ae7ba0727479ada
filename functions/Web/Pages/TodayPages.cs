using System.Globalization;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Today;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>A communicator's day: what waits, and the way from one thing that is done to the next.</summary>
internal static class TodayPages
{
    public static void MapTodayPages(this IEndpointRouteBuilder pages)
    {
        var today = pages.MapGroup(TodayModel.Path).RequireAuthorization(Policies.Communicator);
        today.MapGet("", ShowAsync);
        today.MapGet("/next", async (CurrentPerson caller, TodayReader reader, CancellationToken cancellationToken) =>
            Results.LocalRedirect((await reader.ReadAsync(caller.Person, cancellationToken)).First?.Address ?? TodayModel.Path));
    }

    private static async Task<IResult> ShowAsync(
        string? from, HttpContext context, TodayReader reader, DirectoryStore directories, CancellationToken cancellationToken)
    {
        var list = await reader.ReadAsync(CurrentPerson.Of(context).Person, cancellationToken);
        var frame = PageFrame.Of(context, Texts.TodayTitle, TodayModel.Path) with { LeadsOn = false };
        return PageAnswers.Page<TodayPage, TodayModel>(
            new(frame, list, await directories.CurrentAsync(cancellationToken))
            {
                // What others finished meanwhile may leave less than the address says.
                From = int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var skipped) && skipped < list.Items.Length
                    ? skipped
                    : 0,
                Now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
            });
    }
}
