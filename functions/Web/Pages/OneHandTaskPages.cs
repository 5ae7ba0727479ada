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
    /// <summary>Characters of a Telegram message.</summary>
    private const int TelegramLimit = 4_096;

    public static void MapOneHandTask(this IEndpointRouteBuilder tasks)
    {
        tasks.MapGet("/{id}", (string id, HttpContext context, DeliveryDesk desk, VersionReader versions, DirectoryStore directories, SiteAddress site, CancellationToken cancellation) =>
            ShowAsync(id, context, [], attendance: null, desk, versions, directories, site, cancellation));
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
        VersionReader versions,
        DirectoryStore directories,
        SiteAddress site,
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
                return await ShowAsync(id, context, [new(nameof(ProblemTexts.AttendanceNotANumber), null, attendance)], attendance, desk, versions, directories, site, cancellation);
            }

            present = number;
        }

        var confirmed = await desk.ConfirmAsync(delivery, present, acting.Person, cancellation);
        return confirmed.IsDone
            ? PageAnswers.Done(UndoForm.After(ListOf(query, delivery), delivery), DoneWords.Confirmed)
            : await ShowAsync(id, context, [confirmed.Problem], attendance, desk, versions, directories, site, cancellation);
    }

    private static async Task<IResult> TakeBackAsync(
        string id,
        HandTaskQuery query,
        HttpContext context,
        Acting acting,
        DeliveryDesk desk,
        VersionReader versions,
        DirectoryStore directories,
        SiteAddress site,
        CancellationToken cancellation)
    {
        if (!DeliveryId.TryParse(id, null, out var delivery))
        {
            return NotFound(id);
        }

        var takenBack = await desk.ActOnOneAsync(new DeliveryAct.TakeBack(), delivery, acting.Person, cancellation);
        return takenBack.IsDone
            ? PageAnswers.Done(ListOf(query, delivery), DoneWords.TakenBack)
            : await ShowAsync(id, context, [takenBack.Problem], attendance: null, desk, versions, directories, site, cancellation);
    }

    // Back to the list as it was looked at; from elsewhere to that of its commune.
    private static string ListOf(HandTaskQuery query, DeliveryId delivery) => (query with { Commune = query.Commune ?? delivery.Destination.Commune }).Address();

    private static async Task<IResult> ShowAsync(
        string id,
        HttpContext context,
        IReadOnlyList<Problem> problems,
        string? attendance,
        DeliveryDesk desk,
        VersionReader versions,
        DirectoryStore directories,
        SiteAddress site,
        CancellationToken cancellation)
    {
        if (!DeliveryId.TryParse(id, null, out var deliveryId)
            || await desk.FindAsync(deliveryId, cancellation) is not { Value: { IsByHand: true } delivery }
            || await versions.FindAsync(deliveryId.Version, cancellation) is not { } version)
        {
            return NotFound(id);
        }

        PageAnswers.AllowOwnScript(context);
        var post = Posts.Make(version, delivery, site);
        var frame = PageFrame.Of(context, version.Item.Headline, $"{HandTaskQuery.Path}/{deliveryId}") with { Problems = problems };
        return PageAnswers.Page<HandTaskPage, HandTaskModel>(
            new(frame, delivery, (await directories.CurrentAsync(cancellation)).Find(deliveryId.Destination), PlainText.Render(post, LimitOf(delivery.Channel)), post.Sample)
            {
                Attendance = attendance,
            },
            PageAnswers.StatusOf(problems));
    }

    // A village group is a Zalo group; on paper and from a loudspeaker there is room for all.
    private static int LimitOf(ChannelKind channel) => channel switch
    {
        ChannelKind.VillageGroup or ChannelKind.Zalo => PlainText.ZaloGroupLimit,
        ChannelKind.Telegram => TelegramLimit,
        _ => PlainText.FacebookLimit,
    };

    private static ProblemHttpResult NotFound(string id) => ProblemAnswers.Of(new(nameof(ProblemTexts.DeliveryNotFound), null, id));
}
