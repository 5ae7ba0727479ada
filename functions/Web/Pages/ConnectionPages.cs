using Dissemination.Channels.Connections;
using Dissemination.Channels.Reviewers;
using Dissemination.Channels.Sending;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Review;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>Credentials and destinations: what is stopped, disabled or wrong, and trying again.</summary>
internal static class ConnectionPages
{
    private const string Address = "/connections";

    public static void MapConnectionPages(this IEndpointRouteBuilder pages)
    {
        var connections = pages.MapGroup(Address).RequireAuthorization(Policies.Staff);
        connections.MapGet("/", (string? commune, HttpContext context, ConnectionDesk desk, DirectoryStore directories, TimeProvider time, CancellationToken cancellation) =>
            ShowAsync(commune, context, desk, directories, time, checkedOne: null, [], bot: null, cancellation));
        connections.MapPost("/lanes/{lane}/resume", async (string lane, Acting acting, Standings standings, CancellationToken cancellation) =>
        {
            await standings.ResumeLaneAsync(lane, acting.Person.Id, cancellation);
            return PageAnswers.Done(Address, DoneWords.Resumed);
        });
        connections.MapPost("/destinations/{id}/reopen", async (string id, string? commune, Acting acting, Standings standings, CancellationToken cancellation) =>
        {
            if (!DestinationId.TryParse(id, null, out var destination))
            {
                return NotFound(id);
            }

            await standings.ReopenAsync(destination, acting.Person.Id, cancellation);
            return PageAnswers.Done(CommuneId.TryParse(commune, null, out var chosen) ? $"{Address}?commune={chosen}" : Address, DoneWords.Reopened);
        });
        connections.MapPost("/destinations/{id}/check", CheckAsync);
        connections.MapPost("/reviewer-bot/check", (HttpContext context, ConnectionDesk desk, DirectoryStore directories, TimeProvider time, ReviewerConnections bot, CancellationToken cancellation) =>
            ShowBotAsync(context, desk, directories, time, bot.CheckAsync, cancellation));
        connections.MapPost("/reviewer-bot/connect", (HttpContext context, ConnectionDesk desk, DirectoryStore directories, TimeProvider time, ReviewerConnections bot, CancellationToken cancellation) =>
            ShowBotAsync(context, desk, directories, time, bot.ConnectAsync, cancellation));
    }

    private static async Task<IResult> CheckAsync(
        string id, string? commune, HttpContext context, ConnectionDesk desk, DirectoryStore directories, TimeProvider time, CancellationToken cancellation) =>
        DestinationId.TryParse(id, null, out var destination) && await desk.CheckAsync(destination, cancellation) is { } found
            ? await ShowAsync(commune, context, desk, directories, time, destination, found, bot: null, cancellation)
            : NotFound(id);

    private static async Task<IResult> ShowBotAsync(
        HttpContext context,
        ConnectionDesk desk,
        DirectoryStore directories,
        TimeProvider time,
        Func<CancellationToken, Task<Result<ReviewerConnection>>> ask,
        CancellationToken cancellation) =>
        context.RequestServices.GetRequiredService<ReviewHerald>().IsOn
            ? await ShowAsync(commune: null, context, desk, directories, time, checkedOne: null, [], await ask(cancellation), cancellation)
            : NotFound(ReviewerOptions.Section);

    private static async Task<IResult> ShowAsync(
        string? commune,
        HttpContext context,
        ConnectionDesk desk,
        DirectoryStore directories,
        TimeProvider time,
        DestinationId? checkedOne,
        IReadOnlyList<Problem> found,
        Result<ReviewerConnection>? bot,
        CancellationToken cancellation)
    {
        var directory = await directories.CurrentAsync(cancellation);
        var chosen = CommuneId.TryParse(commune, null, out var id) ? directory.Find(id) : null;
        var model = new ConnectionsModel(
            PageFrame.Of(context, Texts.ConnectionsTitle, chosen is null ? Address : $"{Address}?commune={chosen.Id}"),
            directory,
            chosen,
            await desk.LanesAsync(cancellation),
            chosen is null ? await desk.ClosedAsync(cancellation) : await desk.OfCommuneAsync(chosen.Id, cancellation),
            time.GetUtcNow())
        {
            Checked = checkedOne,
            Found = found,
            HasReviewerBot = context.RequestServices.GetRequiredService<ReviewHerald>().IsOn,
            ReviewerBot = bot,
        };
        return PageAnswers.Page<ConnectionsPage, ConnectionsModel>(model);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult NotFound(string id) =>
        ProblemAnswers.Of(new(nameof(ProblemTexts.DestinationNotFound), null, id));
}
