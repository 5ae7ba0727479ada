using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages;

/// <summary>The approver's own list.</summary>
internal static class ApprovalPages
{
    private const string Address = "/approvals";

    /// <summary>Each is read with all that is decided by, together with the others of its page.</summary>
    private const int PageSize = 20;

    public static void MapApprovalPages(this IEndpointRouteBuilder pages)
    {
        var approvals = pages.MapGroup(Address).RequireAuthorization(Policies.StaffOrApprover);
        approvals.MapGet("/", (string? next, [AsParameters] ApprovalPageServices page, CancellationToken cancellationToken) =>
            ShowAsync(next, [], ItemForm.Empty, page, cancellationToken));
        approvals.MapPost("/", ApproveAsync).RequireAuthorization(Policies.Approver).RequireFreshSignIn();
    }

    private static async Task<IResult> ApproveAsync(
        string? next,
        ItemForm typed,
        [AsParameters] ApprovalPageServices page,
        CancellationToken cancellationToken)
    {
        var ticked = typed.Ticked.Select(IStringId<ReadRevision>.Find).ToList();
        var problem = Selected.CheckNumber(ticked.Count)
            ?? (ticked.Contains(null) ? new(nameof(ProblemTexts.UnknownItem), null, "") : typed.DayOf(out _));
        if (problem is not null)
        {
            return await ShowAsync(next, [problem], typed, page, cancellationToken);
        }

        typed.DayOf(out var day);
        var outcomes = await page.Commands.ApproveManyAsync(
            [.. ticked.OfType<ReadRevision>().Distinct()], page.Caller.Person.Id, (typed.Document, day), cancellationToken);
        List<(string Id, ItemId Item, Problem Why)> open =
        [
            .. from outcome in outcomes
               where outcome.Approved is null
               select (outcome.Id.Value, outcome.Id, ItemForm.InWords(outcome.Problem!)),
        ];
        return await PageAnswers.ManyDoneOrAgainAsync(
            outcomes.Count - open.Count,
            await Selected.NotDoneAsync(page.Context, open, page.Items, cancellationToken),
            Address,
            DoneLabels.Approved,
            (problems, done) => ShowAsync(next, problems, typed, page, cancellationToken, done));
    }

    private static async Task<IResult> ShowAsync(
        string? next,
        IReadOnlyList<Problem> problems,
        ItemForm typed,
        ApprovalPageServices page,
        CancellationToken cancellationToken,
        string? done = null)
    {
        var frame = PageFrame.Of(
            page.Context, Texts.ApprovalsTitle, next is null ? Address : QueryHelpers.AddQueryString(Address, "next", next));
        var waiting = await page.Items.ToApproveAsync(next, PageSize, cancellationToken);
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        var views = await page.Approvals.ReadAsync([.. waiting.Rows.Select(row => row.Value)], directory, cancellationToken);
        var model = new ApprovalsModel(
            frame with { Problems = problems, Done = done ?? frame.Done },
            views,
            waiting.Next,
            directory,
            typed)
        {
            At = next,
        };
        return PageAnswers.Page<ApprovalsPage, ApprovalsModel>(model, PageAnswers.StatusOf(problems));
    }
}
