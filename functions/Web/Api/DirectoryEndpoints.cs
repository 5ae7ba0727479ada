using Azure;
using Dissemination.Deliveries.DirectoryChanges;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

/// <summary>Who and what the directory holds, and the change of it that waits.</summary>
internal static class DirectoryEndpoints
{
    public static void MapDirectory(this IEndpointRouteBuilder api)
    {
        api.MapGet("/communes", async (DirectoryStore directories, CancellationToken cancellationToken) =>
                TypedResults.Ok<IEnumerable<Commune>>((await directories.CurrentAsync(cancellationToken)).Communes))
            .WithSummary("The communes and wards, what their people speak, and whether posts wait for their confirmation.");
        api.MapGet("/people", async (DirectoryStore directories, CancellationToken cancellationToken) =>
                TypedResults.Ok((await directories.CurrentAsync(cancellationToken)).People.Select(PersonAnswer.Of)))
            .WithSummary("Who works with the program, by office.");
        var keepers = api.MapGroup("/directory/proposal").RequireAuthorization(Policies.StaffOrApprover);
        keepers.MapGet("", ProposalAsync)
            .WithSummary("The change of the directory that waits for people, row by row, and what it leaves behind; its ETag names it.");
        keepers.MapPost("/confirm", ConfirmAsync)
            .RequireFreshSignIn()
            .WithSummary("Agrees to that change. What people may do is changed once a second person agrees.");
        keepers.MapPost("/decline", DeclineAsync).WithSummary("Does not agree to that change: the directory stays as it is.");
    }

    private static async Task<Results<Ok<DirectoryProposalAnswer>, ProblemHttpResult>> ProposalAsync(
        HttpContext context, DirectoryChangeService changes, CancellationToken cancellationToken)
    {
        var proposed = await changes.FindAsync(cancellationToken);
        if (proposed is not null)
        {
            IfMatch.Tell(context, new ETag(proposed.Change.ETag));
        }

        return proposed.ToAnswer(DirectoryProposalAnswer.Of, new(nameof(ProblemTexts.DirectoryNothingProposed)));
    }

    private static async Task<Results<Ok<DirectoryStep>, ProblemHttpResult>> ConfirmAsync(
        DirectoryConfirmRequest request,
        IfMatch version,
        CurrentPerson caller,
        DirectoryChangeService changes,
        CancellationToken cancellationToken) =>
        (await changes.ConfirmAsync(version.Version, request.AgreesToConsequences, caller.Person, cancellationToken))
            .ToAnswer(step => step);

    private static async Task<Results<NoContent, ProblemHttpResult>> DeclineAsync(
        IfMatch version, CurrentPerson caller, DirectoryChangeService changes, CancellationToken cancellationToken) =>
        (await changes.DeclineAsync(version.Version, caller.Person, cancellationToken)).ToNoContent();
}
