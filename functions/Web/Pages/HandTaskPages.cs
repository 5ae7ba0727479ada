using System.Globalization;
using Dissemination.Channels;
using Dissemination.Channels.Cards;
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
        tasks.MapGet("/{id}", (string id, HttpContext context, DeliveryDesk desk, VersionReader versions, DirectoryStore directories, SiteAddress site, CardStore cards, CancellationToken cancellation) =>
            ShowAsync(id, context, [], attendance: null, desk, versions, directories, site, cards, cancellation));
        tasks.MapPost("/{id}/confirm", ConfirmAsync);
    }

    private static async Task<IResult> ConfirmAsync(
        string id,
        [FromForm] string? attendance,
        HttpContext context,
        Acting acting,
        DeliveryDesk desk,
        VersionReader versions,
        DirectoryStore directories,
        SiteAddress site,
        CardStore cards,
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
                return await ShowAsync(id, context, [new(nameof(ProblemTexts.AttendanceNotANumber), null, attendance)], attendance, desk, versions, directories, site, cards, cancellation);
            }

            present = number;
        }

        var confirmed = await desk.ConfirmAsync(delivery, present, acting.Person, cancellation);
        return confirmed.IsDone
            ? PageAnswers.Done($"{Address}?commune={delivery.Destination.Commune}", DoneWords.Confirmed)
            : await ShowAsync(id, context, [confirmed.Problem], attendance, desk, versions, directories, site, cards, cancellation);
    }

    private static async Task<IResult> ShowAsync(
        string id,
        HttpContext context,
        IReadOnlyList<Problem> problems,
        string? attendance,
        DeliveryDesk desk,
        VersionReader versions,
        DirectoryStore directories,
        SiteAddress site,
        CardStore cards,
        CancellationToken cancellation)
    {
        if (!DeliveryId.TryParse(id, null, out var deliveryId)
            || await desk.FindAsync(deliveryId, cancellation) is not { Value: { IsByHand: true } delivery }
            || await versions.FindAsync(deliveryId.Version, cancellation) is not { } version)
        {
            return NotFound(id);
        }

        var card = await cards.EnsureAsync(version, cancellation);
        var post = Posts.Make(version, delivery, site, card.Picture);
        var rendered = PlainText.RenderByHand(post, delivery.Channel);
        var destination = (await directories.CurrentAsync(cancellation)).Find(deliveryId.Destination)?.Name ?? deliveryId.Destination.ToString();
        var frame = PageFrame.Of(context, version.Item.Headline, $"{Address}/{deliveryId}") with { Problems = problems };
        return PageAnswers.Page<HandTaskPage, HandTaskModel>(
            new(frame, delivery, destination, rendered, post.Sample) { Attendance = attendance, Notes = [.. new[] { rendered.Refusal, card.Problem }.OfType<Problem>()] },
            PageAnswers.StatusOf(problems));
    }

    private static ProblemHttpResult NotFound(string id) => ProblemAnswers.Of(new(nameof(ProblemTexts.DeliveryNotFound), null, id));
}
