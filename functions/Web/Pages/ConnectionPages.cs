using Dissemination.Deliveries.Connections;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reviewing;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Pages;

/// <summary>Credentials and destinations: what is stopped, disabled or wrong, and trying again.</summary>
internal static class ConnectionPages
{
    private const string Address = ConnectionPageServices.Address;

    public static void MapConnectionPages(this IEndpointRouteBuilder pages)
    {
        var connections = pages.MapGroup(Address).RequireAuthorization(Policies.Staff);
        connections.MapGet(
            "/", (string? commune, [AsParameters] ConnectionPageServices page, CancellationToken cancellationToken) =>
                page.ShowAsync(commune, check: null, bot: null, cancellationToken));
        connections.MapPost("/lanes/{lane}/resume", ResumeAsync);
        connections.MapPost("/destinations/{id}/reopen", ReopenAsync);
        connections.MapPost("/destinations/{id}/check", CheckAsync);
        connections.MapPost("/reviewer-bot/check", CheckBotAsync);
        connections.MapPost("/reviewer-bot/connect", ConnectBotAsync);
    }

    private static async Task<IResult> ResumeAsync(
        string lane, CurrentPerson caller, ConnectionService connections, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrProblem(
            await connections.ResumeAsync(lane, caller.Person.Id, cancellationToken), Address, DoneLabels.Resumed);

    private static async Task<IResult> ReopenAsync(
        DestinationId id, string? commune, CurrentPerson caller, ConnectionService connections, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrProblem(
            await connections.ReopenAsync(id, caller.Person.Id, cancellationToken),
            IStringId<CommuneId>.Find(commune) is { } chosen ? $"{Address}?commune={chosen}" : Address,
            DoneLabels.Reopened);

    private static async Task<IResult> CheckAsync(
        DestinationId id, string? commune, [AsParameters] ConnectionPageServices page, CancellationToken cancellationToken) =>
        await page.Connections.CheckAsync(id, cancellationToken) is { } found
            ? await page.ShowAsync(commune, (id, found), bot: null, cancellationToken)
            : NotFound(id.ToString());

    private static async Task<IResult> CheckBotAsync(
        ReviewerConnections bot, [AsParameters] ConnectionPageServices page, CancellationToken cancellationToken) =>
        page.ReviewerBot.IsOn
            ? await page.ShowAsync(commune: null, check: null, await bot.CheckAsync(cancellationToken), cancellationToken)
            : NotFound(ReviewerOptions.Section);

    private static async Task<IResult> ConnectBotAsync(
        ReviewerConnections bot, [AsParameters] ConnectionPageServices page, CancellationToken cancellationToken) =>
        page.ReviewerBot.IsOn
            ? await page.ShowAsync(commune: null, check: null, await bot.ConnectAsync(cancellationToken), cancellationToken)
            : NotFound(ReviewerOptions.Section);

    private static ProblemHttpResult NotFound(string id) => ProblemAnswers.Of(new(nameof(ProblemTexts.DestinationNotFound), null, id));
}
