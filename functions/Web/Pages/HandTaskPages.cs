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

internal static class HandTaskPages
{
    private const string Address = "/hand-tasks";

    public static void MapHandTaskPages(this IEndpointRouteBuilder pages)
    {
        var tasks = pages.MapGroup(Address).RequireAuthorization(Policies.StaffOrCommunicator);
        tasks.MapGet("/", async (string? commune, string? next, HttpContext context, Acting acting, DeliveryLists lists, DirectoryStore directories, CancellationToken cancellation) =>
            PageAnswers.Page<HandTasksPage, WorkModel>(await CommuneWork.ReadAsync(
                PageFrame.Of(context, Texts.HandTasksTitle), commune, acting, directories, id => lists.HandTasksAsync(id, next, cancellation), cancellation)));
        tasks.MapGet("/{id}", (string id, HttpContext context, HandTaskPosts posts, DirectoryStore directories, CancellationToken cancellation) =>
            ShowAsync(id, context, [], attendance: null, posts, directories, cancellation));
        tasks.MapPost("/{id}/confirm", ConfirmAsync);
    }

    private static async Task<IResult> ConfirmAsync(
        string id,
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
            ? PageAnswers.Done($"{Address}?commune={delivery.Destination.Commune}", DoneWords.Confirmed)
            : await ShowAsync(id, context, [confirmed.Problem], attendance, posts, directories, cancellation);
    }

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

        var destination = (await directories.CurrentAsync(cancellation)).Find(delivery.Destination)?.Name ?? delivery.Destination.ToString();
        var frame = PageFrame.Of(context, task.Version.Item.Headline, $"{Address}/{delivery}") with { Problems = problems };
        return PageAnswers.Page<HandTaskPage, HandTaskModel>(
            new(frame, task, destination) { Attendance = attendance },
            PageAnswers.StatusOf(problems));
    }

    private static ProblemHttpResult NotFound(string id) => ProblemAnswers.Of(new(nameof(ProblemTexts.DeliveryNotFound), null, id));
}
