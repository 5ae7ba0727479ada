using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

/// <summary>What waits for an approver.</summary>
internal static class ApprovalEndpoints
{
    public static void MapApprovals(this IEndpointRouteBuilder api)
    {
        var approvals = api.MapGroup("/approvals");
        approvals.MapGet("/", async (string? next, ItemReader items, CancellationToken cancellationToken) =>
                TypedResults.Ok((await items.ToApproveAsync(next, size: 100, cancellationToken)).ToAnswer(ItemAnswer.Of)))
            .RequireAuthorization(Policies.StaffOrApprover)
            .WithSummary("Lists the items that wait for an approval, with what their files say of one.");
        approvals.MapPost("/", ApproveAsync)
            .RequireAuthorization(Policies.Approver)
            .RequireFreshSignIn()
            .WithSummary("Approves items, at most 100; each is answered by itself.");
    }

    private static async Task<Results<Ok<IReadOnlyList<ApprovedAnswer>>, ProblemHttpResult>> ApproveAsync(
        ApproveManyRequest request, HttpContext context, ItemCommands commands, CancellationToken cancellationToken)
    {
        var items = request.Items ?? [];
        if (Selected.CheckNumber(items.Count) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        if (items.FirstOrDefault(item => IStringId<ReadRevision>.Find(item) is null) is { } unread)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownItem), null, unread));
        }

        var outcomes = await commands.ApproveManyAsync(
            [.. items.Select(IStringId<ReadRevision>.Read).Distinct()],
            CurrentPerson.Of(context).Person.Id,
            (request.Document, request.Date),
            cancellationToken);
        RefusedOfMany.Note(
            context, outcomes.Where(outcome => outcome.Approved is null).Select(outcome => (outcome.Id.Value, outcome.Problem!)));
        return TypedResults.Ok<IReadOnlyList<ApprovedAnswer>>([.. outcomes.Select(ApprovedAnswer.Of)]);
    }
}
