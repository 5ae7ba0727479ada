using Dissemination.Web.Pages.Communes;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

internal static class InboxPages
{
    public static void MapInboxPages(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/inbox", (string? language, string? next, HttpContext context, Acting acting, InboxRoom inbox, CancellationToken cancellation) =>
            inbox.ShowAsync(language, next, context, acting.Person, [], cancellation)).RequireAuthorization(Policies.Communicator);
}
