using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
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
        var tasks = pages.MapGroup(HandTaskQuery.Path).RequireAuthorization(Policies.StaffOrCommunicator).LimitToOwnCommune();
        tasks.MapGet(
            "/", (HandTaskQuery query, [AsParameters] HandTaskPageServices page, CancellationToken cancellationToken) =>
                page.ShowAsync(query, [], done: null, cancellationToken));
        tasks.MapGet("/pack.zip", PackAsync);
        tasks.MapPost("/confirm", ConfirmAsync);
        tasks.MapGet("/done", ShowConfirmedAsync);
        tasks.MapGet("/expired", ShowExpiredAsync);
        tasks.MapGet("/loudspeakers", ShowLoudspeakersAsync);
        tasks.MapPost("/undo", UndoAsync);
        tasks.MapOneHandTask();
    }

    private static async Task<IResult> ConfirmAsync(
        HandTaskQuery query, IFormCollection form, [AsParameters] HandTaskPageServices page, CancellationToken cancellationToken)
    {
        if (Selected.Read(form, out var ids) is { } problem)
        {
            return await page.ShowAsync(query, [problem], done: null, cancellationToken);
        }

        var typed = form["link"].ToString();
        var link = string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
        var confirm = new DeliveryCommand.Confirm(Attendance: null) { Proof = link is null ? null : new(link) };
        var outcomes = await page.Commands.ExecuteAsync(confirm, ids, page.Caller.Person, cancellationToken);
        var done = outcomes.Where(outcome => outcome.IsDone).ToList();
        if (done.Count == outcomes.Count)
        {
            // Those that somebody had confirmed before keep their own moment, and are not undone with these.
            return PageAnswers.Done(
                done is [var one]
                    ? UndoForm.After(query.Address(), one.Id)
                    : UndoForm.After(query.Address(), done.Max(outcome => outcome.Row!.Value.EndedAt!.Value), done.Count),
                DoneLabels.Confirmed);
        }

        var problems = Selected.ProblemsOf(outcomes, await page.Directories.CurrentAsync(cancellationToken));
        var partly = done.Count > 0 ? DoneLabels.OfMany(DoneLabels.Confirmed, done.Count) : null;
        return await page.ShowAsync(query, problems, partly, cancellationToken);
    }

    /// <summary>What loudspeakers have to play, for a station without a network.</summary>
    private static async Task<IResult> PackAsync(
        HandTaskQuery query,
        string? language,
        LoudspeakerPack pack,
        [AsParameters] HandTaskPageServices page,
        CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        if (CommuneWork.Commune(query.Commune, page.Caller, directory) is not { } commune)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownCommune), null, query.Commune?.Value ?? ""));
        }

        using var zip = new MemoryStream();
        await pack.WriteAsync(zip, commune, IStringId<LanguageTag>.Find(language), cancellationToken);
        return TypedResults.File(zip.ToArray(), "application/zip", $"loa-{commune.Id}.zip");
    }

    private static async Task<IResult> UndoAsync(
        HandTaskQuery query, [FromForm] string? at, [AsParameters] HandTaskPageServices page, CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        if (UndoForm.MomentOf(at) is not { } moment || CommuneWork.Commune(query.Commune, page.Caller, directory) is not { } commune)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.NotAConfirmedHandTask)));
        }

        // A second tap finds none, which is what was asked for.
        var ids = (await page.Confirmed.OfActAsync(commune.Id, moment, cancellationToken)).ConvertAll(task => task.Task.Delivery);
        var outcomes = await page.Commands.ExecuteAsync(new DeliveryCommand.TakeBack(), ids, page.Caller.Person, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            Selected.ProblemsOf(outcomes, directory),
            $"{query.Address()}{(query.Commune is null ? '?' : '&')}count={ids.Count}",
            DoneLabels.TakenBack,
            problems => page.ShowAsync(query, problems, done: null, cancellationToken));
    }

    private static async Task<IResult> ShowConfirmedAsync(
        HandTaskQuery query, string? next, [AsParameters] HandTaskPageServices page, CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        var commune = CommuneWork.Commune(query.Commune, page.Caller, directory);
        var tasks = commune is null ? new([], null) : await page.Confirmed.PageAsync(commune.Id, next, cancellationToken);
        return PageAnswers.Page<ConfirmedTasksPage, ConfirmedTasksModel>(
            new(PageFrame.Of(page.Context, Texts.ConfirmedTitle), directory, commune, tasks));
    }

    /// <summary>
    /// What is to be read out, to print: each text once, with its loudspeakers. A few transactions for each text, and two.
    /// </summary>
    private static async Task<IResult> ShowLoudspeakersAsync(
        HandTaskQuery query, HandTaskPosts posts, [AsParameters] HandTaskPageServices page, CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        List<LoudspeakerScript> scripts = [];
        var commune = CommuneWork.Commune(query.Commune, page.Caller, directory);
        if (commune is not null)
        {
            var board = await page.Waiting.CountHandTasksAsync(commune.Id, cancellationToken);
            var waiting = await page.Waiting.HandTasksAsync(
                commune.Id, board, new(Version: null, ChannelKind.Loudspeaker), continuation: null, cancellationToken);
            var texts = waiting.Rows.Select(row => row.Value).Where(task => task.Action is not DeliveryAction.Remove)
                .GroupBy(task => (task.Delivery.Version, task.Delivery.Destination.Commune, task.Action))
                .Take(LoudspeakersModel.MostScripts);
            foreach (var text in texts)
            {
                if (await posts.FindAsync(text.First().Delivery, cancellationToken) is { } task)
                {
                    scripts.Add(new(task, [.. text]));
                }
            }
        }

        return PageAnswers.Page<LoudspeakersPage, LoudspeakersModel>(
            new(PageFrame.Of(page.Context, Texts.LoudspeakersTitle, query.Address("/hand-tasks/loudspeakers")), directory, commune, scripts)
            {
                Today = LocalTime.DayOf(page.Time.GetUtcNow()),
            });
    }

    /// <summary>Seldom looked at, and so no list of its own: a page of what expired in the commune, with the name of each item.</summary>
    private static async Task<IResult> ShowExpiredAsync(
        HandTaskQuery query,
        string? next,
        ItemReader items,
        DeliveryPages deliveries,
        [AsParameters] HandTaskPageServices page,
        CancellationToken cancellationToken)
    {
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        var commune = CommuneWork.Commune(query.Commune, page.Caller, directory);
        var expired = commune is null
            ? new([], null)
            : await deliveries.PageAsync(DeliveryState.Expired, item: null, commune.Id, next, cancellationToken);
        var byHand = expired.Rows.Select(row => row.Value).Where(delivery => delivery.IsByHand).ToList();
        var ids = byHand.Select(ItemOf).OrderBy(id => id.Value, StringComparer.Ordinal).ToList();
        var named = ids.Count > 0
            ? await items.BetweenAsync(ids[0], ids[^1], cancellationToken)
                .ToDictionaryAsync(row => row.Value.Id, row => row.Value, cancellationToken: cancellationToken)
            : [];
        var tasks = byHand.ConvertAll(delivery => WorklistEntry.Of(delivery, named[ItemOf(delivery)], directory));
        return PageAnswers.Page<ExpiredTasksPage, ExpiredTasksModel>(
            new(PageFrame.Of(page.Context, Texts.ExpiredTasksTitle), directory, commune, (tasks, expired.Next)));
    }

    private static ItemId ItemOf(Delivery delivery) => delivery.Id.Version.Item;
}
