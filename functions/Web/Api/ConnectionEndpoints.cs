using Dissemination.Deliveries.Connections;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reviewing;
using Dissemination.Translation;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class ConnectionEndpoints
{
    public static void MapConnections(this IEndpointRouteBuilder api)
    {
        var staff = api.MapGroup("").RequireAuthorization(Policies.Staff);
        staff.MapGet("/lanes", LanesAsync)
            .WithSummary("Lists the credentials that the directory names, and which of them are stopped or wait.");
        staff.MapGet("/connections", ListAsync)
            .WithSummary("Lists the destinations of a commune that a machine serves; without a commune those of all that are disabled.");
        staff.MapPost("/destinations/{id}/check", CheckAsync)
            .WithSummary("Asks the channel whether posts to a destination would arrive and be seen, without posting.");
        if (api.ServiceProvider.GetRequiredService<ReviewNotificationOptions>().IsOn)
        {
            staff.MapPost("/reviewer-bot/check", CheckBotAsync).WithSummary("Asks Telegram where it brings what reviewers press.");
            staff.MapPost("/reviewer-bot/connect", ConnectBotAsync)
                .WithSummary("Tells Telegram to bring what reviewers press to this program.");
        }
    }

    private static async Task<Ok<IReadOnlyList<LaneAnswer>>> LanesAsync(
        ConnectionService service, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<LaneAnswer>>(
            [.. (await service.LanesAsync(cancellationToken)).Select(lane => LaneAnswer.Of(lane, time.GetUtcNow()))]);

    private static async Task<Results<Ok<IReadOnlyList<DestinationConnectionAnswer>>, ProblemHttpResult>> ListAsync(
        CommuneId? commune, ConnectionService service, CancellationToken cancellationToken)
    {
        var connections = commune is { } id
            ? await service.OfCommuneAsync(id, cancellationToken)
            : await service.ClosedAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<DestinationConnectionAnswer>>([.. connections.Select(DestinationConnectionAnswer.Of)]);
    }

    private static async Task<Results<Ok<CheckAnswer>, ProblemHttpResult>> CheckAsync(
        DestinationId id, ConnectionService service, CancellationToken cancellationToken) =>
        (await service.CheckAsync(id, cancellationToken)).ToAnswer(
            found => new CheckAnswer(found.Count == 0, [.. found.Select(ProblemAnswer.Of)]),
            new(nameof(ProblemTexts.DestinationNotFound), null, id.ToString()));

    private static async Task<Results<Ok<ReviewerConnection>, ProblemHttpResult>> CheckBotAsync(
        ReviewerConnections bot, CancellationToken cancellationToken) =>
        (await bot.CheckAsync(cancellationToken)).ToAnswer(connection => connection);

    private static async Task<Results<Ok<ReviewerConnection>, ProblemHttpResult>> ConnectBotAsync(
        ReviewerConnections bot, CancellationToken cancellationToken) =>
        (await bot.ConnectAsync(cancellationToken)).ToAnswer(connection => connection);
}
