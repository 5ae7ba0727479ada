using System.Globalization;
using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>One hand task: its words to copy, its confirmation with how many people came, and taking that back.</summary>
internal static class OneHandTaskPages
{
    public static void MapOneHandTask(this IEndpointRouteBuilder tasks)
    {
        tasks.MapGet("/{id}", (string id, HttpContext context, HandTaskPosts posts, DirectoryStore directories, CancellationToken cancellation) =>
            ShowAsync(id, context, [], attendance: null, posts, directories, cancellation));
        tasks.MapPost("/{id}/confirm", ConfirmAsync);
        tasks.MapPost("/{id}/take-back", TakeBackAsync);
    }

    private static async Task<IResult> ConfirmAsync(
        string id,
        HandTaskQuery query,
        [FromForm] string? attendance,
        HttpContext context,
        Acting acting,
        DeliveryDesk desk,
        HandTaskPosts posts,
        DirectoryStore directories,
        CancellationToken cancellation)
    {
        if (!DeliveryId.TryParse(id, null, out var delivery))
        {
            return NotFound(id);
        }

        int? present = null;
        if (!string.IsNullOrWhiteSpace(attendance))
        {
            if (!int.TryParse(attendance.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return await ShowAsync(id, context, [new(nameof(ProblemTexts.AttendanceNotANumber), null, attendance)], attendance, posts, directories, cancellation);
            }

            present = number;
        }

        var confirmed = await desk.ConfirmAsync(delivery, present, acting.Person, cancellation);
        return confirmed.IsDone
            ? PageAnswers.Done(UndoForm.After(ListOf(query, delivery), delivery), DoneWords.Confirmed)
            : await ShowAsync(id, context, [confirmed.Problem], attendance, posts, directories, cancellation);
    }

    private static async Task<IResult> TakeBackAsync(
        string id,
        HandTaskQuery query,
        HttpContext context,
        Acting acting,
        DeliveryDesk desk,
        HandTaskPosts posts,
        DirectoryStore directories,
        CancellationToken cancellation)
    {
        if (!DeliveryId.TryParse(id, null, out var delivery))
        {
            return NotFound(id);
        }

        var takenBack = await desk.ActOnOneAsync(new DeliveryAct.TakeBack(), delivery, acting.Person, cancellation);
        return takenBack.IsDone
            ? PageAnswers.Done(ListOf(query, delivery), DoneWords.TakenBack)
            : await ShowAsync(id, context, [takenBack.Problem], attendance: null, posts, directories, cancellation);
    }

    // Back to the list as it was looked at; from elsewhere to that of its commune.
    private static string ListOf(HandTaskQuery query, DeliveryId delivery) => (query with { Commune = query.Commune ?? delivery.Destination.Commune }).Address();

    private static async Task<IResult> ShowAsync(
        string id,
        HttpContext context,
        IReadOnlyList<Problem> problems,
        string? attendance,
        HandTaskPosts posts,
        DirectoryStore directories,
        CancellationToken cancellation)
    {
        if (!DeliveryId.TryParse(id, null, out var delivery) || await posts.FindAsync(delivery, cancellation) is not { } task)
        {
            return NotFound(id);
        }

        PageAnswers.AllowOwnScript(context);
        var frame = PageFrame.Of(context, task.Version.Item.Headline, $"{HandTaskQuery.Path}/{delivery}") with { Problems = problems };
        return PageAnswers.Page<HandTaskPage, HandTaskModel>(
            new(frame, task, (await directories.CurrentAsync(cancellation)).Find(delivery.Destination)) { Attendance = attendance },
            PageAnswers.StatusOf(problems));
    }

    private static ProblemHttpResult NotFound(string id) => ProblemAnswers.Of(new(nameof(ProblemTexts.DeliveryNotFound), null, id));
}
