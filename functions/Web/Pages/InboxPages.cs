using Dissemination.Content;
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
        inbox.MapGet("", (string? language, string? next, HttpContext context, Acting acting, InboxRoom inbox, CancellationToken cancellation) =>
            inbox.ShowAsync(language, next, context, acting.Person, [], cancellation));
        inbox.MapPost("/comments/seen", SeenAsync);
    }

    private static async Task<IResult> SeenAsync([FromForm] string? version, Acting acting, TranslationComments comments, CancellationToken cancellation)
    {
        if (TextId.TryParse(version, null, out var id))
        {
            await comments.SeenAsync(acting.Person.Id, id, cancellation);
        }

        return PageAnswers.Done("/inbox", DoneWords.CommentsSeen);
    }
}
