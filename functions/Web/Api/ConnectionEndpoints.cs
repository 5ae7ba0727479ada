using Dissemination.Channels.Connections;
using Dissemination.Channels.Reviewers;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Review;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class ConnectionEndpoints
{
    public static void MapConnections(this IEndpointRouteBuilder api)
    {
        api.MapGet("/lanes", async (ConnectionDesk desk, TimeProvider time, CancellationToken cancellation) =>
                TypedResults.Ok<IReadOnlyList<LaneAnswer>>([.. (await desk.LanesAsync(cancellation)).Select(lane => LaneAnswer.Of(lane, time.GetUtcNow()))]))
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Lists the credentials that the directory names, and which of them are stopped or wait.");
        api.MapGet("/connections", ListAsync)
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Lists the destinations of a commune that a machine serves; without a commune those of all that are disabled.");
        api.MapPost("/destinations/{id}/check", CheckAsync)
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Asks the channel whether posts to a destination would arrive and be seen, without posting.");
        if (api.ServiceProvider.GetRequiredService<ReviewHerald>().IsOn)
        {
            api.MapPost("/reviewer-bot/check", async (ReviewerConnections bot, CancellationToken cancellation) => Answer(await bot.CheckAsync(cancellation)))
                .RequireAuthorization(Policies.Staff)
                .WithSummary("Asks Telegram where it brings what reviewers press.");
            api.MapPost("/reviewer-bot/connect", async (ReviewerConnections bot, CancellationToken cancellation) => Answer(await bot.ConnectAsync(cancellation)))
                .RequireAuthorization(Policies.Staff)
                .WithSummary("Tells Telegram to bring what reviewers press to this program.");
        }
    }

    private static Results<Ok<ReviewerConnection>, ProblemHttpResult> Answer(Result<ReviewerConnection> connection) =>
        connection.IsDone ? TypedResults.Ok(connection.Value) : ProblemAnswers.Of(connection.Problem);

    private static async Task<Results<Ok<IReadOnlyList<DestinationConnectionAnswer>>, ProblemHttpResult>> ListAsync(
        string? commune, ConnectionDesk desk, CancellationToken cancellation)
    {
        if (commune is not null && !CommuneId.TryParse(commune, null, out _))
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownCommune), null, commune));
        }

        var connections = commune is null ? await desk.ClosedAsync(cancellation) : await desk.OfCommuneAsync(new(commune), cancellation);
        return TypedResults.Ok<IReadOnlyList<DestinationConnectionAnswer>>([.. connections.Select(DestinationConnectionAnswer.Of)]);
    }

    private static async Task<Results<Ok<CheckAnswer>, ProblemHttpResult>> CheckAsync(string id, ConnectionDesk desk, CancellationToken cancellation) =>
        DestinationId.TryParse(id, null, out var destination) && await desk.CheckAsync(destination, cancellation) is { } found
            ? TypedResults.Ok(new CheckAnswer(found.Count == 0, [.. found.Select(ProblemAnswer.Of)]))
            : ProblemAnswers.Of(new(nameof(ProblemTexts.DestinationNotFound), null, id));
}
