using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>The list of a commune's hand tasks: one tap confirms one, or all that are ticked.</summary>
internal static class HandTaskPages
{
    public static void MapHandTaskPages(this IEndpointRouteBuilder pages)
    {
        var tasks = pages.MapGroup(HandTaskQuery.Path).RequireAuthorization(Policies.StaffOrCommunicator);
        tasks.MapGet("/", (HandTaskQuery query, HttpContext context, Acting acting, DeliveryLists lists, DirectoryStore directories, CancellationToken cancellation) =>
            ShowAsync(query, context, acting, lists, directories, [], done: null, cancellation));
        tasks.MapPost("/confirm", ConfirmAsync);
        tasks.MapGet("/done", ShowConfirmedAsync);
        tasks.MapPost("/undo", UndoAsync);
        tasks.MapOneHandTask();
    }

    private static async Task<IResult> ConfirmAsync(
        HandTaskQuery query, IFormCollection form, HttpContext context, Acting acting, DeliveryDesk desk, DeliveryLists lists, DirectoryStore directories, CancellationToken cancellation)
    {
        if (Selected.Read(form, out var ids) is { } problem)
        {
            return await ShowAsync(query, context, acting, lists, directories, [problem], done: null, cancellation);
        }

        var outcomes = await desk.ActAsync(new DeliveryAct.Confirm(Attendance: null), ids, acting.Person, cancellation);
        var done = outcomes.Where(outcome => outcome.IsDone).ToList();
        if (done.Count == outcomes.Count)
        {
            // Those that somebody had confirmed before keep their own moment, and are not undone with these.
            return done is [var one]
                ? PageAnswers.Done(UndoForm.After(query.Address(), one.Id), DoneWords.Confirmed)
                : PageAnswers.Done(UndoForm.After(query.Address(), done.Max(outcome => outcome.Row!.Value.EndedAt!.Value), done.Count), DoneWords.Confirmed);
        }

        var problems = Selected.ProblemsOf(outcomes, await directories.CurrentAsync(cancellation));
        return await ShowAsync(query, context, acting, lists, directories, problems, done.Count > 0 ? DoneWords.OfMany(DoneWords.Confirmed, done.Count) : null, cancellation);
    }

    private static async Task<IResult> UndoAsync(
        HandTaskQuery query,
        [FromForm] string? at,
        HttpContext context,
        Acting acting,
        DeliveryDesk desk,
        DeliveryLists lists,
        ConfirmedTasks confirmed,
        DirectoryStore directories,
        CancellationToken cancellation)
    {
        var directory = await directories.CurrentAsync(cancellation);
        if (UndoForm.MomentOf(at) is not { } moment || CommuneWork.Commune(query.Commune, acting, directory) is not { } commune)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.NotAConfirmedHandTask)));
        }

        // A second tap finds none, which is what was asked for.
        var ids = (await confirmed.OfActAsync(commune.Id, moment, cancellation)).ConvertAll(task => task.Task.Delivery);
        var outcomes = await desk.ActAsync(new DeliveryAct.TakeBack(), ids, acting.Person, cancellation);
        var problems = Selected.ProblemsOf(outcomes, directory);
        return problems.Count == 0
            ? PageAnswers.Done($"{query.Address()}{(query.Commune is null ? '?' : '&')}count={ids.Count}", DoneWords.TakenBack)
            : await ShowAsync(query, context, acting, lists, directories, problems, done: null, cancellation);
    }

    private static async Task<IResult> ShowAsync(
        HandTaskQuery query,
        HttpContext context,
        Acting acting,
        DeliveryLists lists,
        DirectoryStore directories,
        IReadOnlyList<Problem> problems,
        string? done,
        CancellationToken cancellation)
    {
        var directory = await directories.CurrentAsync(cancellation);
        var commune = CommuneWork.Commune(query.Commune, acting, directory);
        query = query with { Commune = commune?.Id };
        var board = commune is null ? HandTaskBoard.Of([], default, andMore: false) : await lists.HandTaskBoardAsync(commune.Id, cancellation);
        var frame = PageFrame.Of(context, Texts.HandTasksTitle, query.Address());
        frame = frame with { Problems = problems, Done = done ?? frame.Done };
        frame = frame with { Undo = UndoForm.Of(frame, query, context.Request.Query[UndoForm.Parameter]) };
        return PageAnswers.Page<HandTasksPage, HandTasksModel>(
            new(frame, directory, commune, board, query) { AllTicked = context.Request.Query["ticked"] == "all" }, PageAnswers.StatusOf(problems));
    }

    private static async Task<IResult> ShowConfirmedAsync(
        HandTaskQuery query, string? next, HttpContext context, Acting acting, ConfirmedTasks confirmed, DirectoryStore directories, CancellationToken cancellation)
    {
        var directory = await directories.CurrentAsync(cancellation);
        var commune = CommuneWork.Commune(query.Commune, acting, directory);
        var page = commune is null ? new([], null) : await confirmed.PageAsync(commune.Id, next, cancellation);
        return PageAnswers.Page<ConfirmedTasksPage, ConfirmedTasksModel>(new(PageFrame.Of(context, Texts.ConfirmedTitle), directory, commune, page));
    }
}
