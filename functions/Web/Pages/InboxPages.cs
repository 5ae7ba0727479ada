using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Translation.Review;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

internal static class InboxPages
{
    public static void MapInboxPages(this IEndpointRouteBuilder pages)
    {
        // Staff have what was said to them there, and no translations of their own.
        var inbox = pages.MapGroup("/inbox").RequireAuthorization(Policies.StaffOrCommunicator);
        inbox.MapGet(
            "", (InboxQuery query, HttpContext context, InboxHandler inbox, CancellationToken cancellationToken) =>
                inbox.ShowAsync(query, context, [], cancellationToken));
        inbox.MapPost("/comments/seen", SeenAsync);
    }

    private static async Task<IResult> SeenAsync(
        [FromForm] string? version, CurrentPerson caller, CommentService comments, CancellationToken cancellationToken)
    {
        if (IStringId<TextId>.Find(version) is { } id)
        {
            await comments.SeenAsync(caller.Person.Id, id, cancellationToken);
        }

        return PageAnswers.Done("/inbox", DoneLabels.CommentsSeen);
    }
}
