using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.Pages;

/// <summary>Each person's own: who is signed in, and out everywhere at once.</summary>
internal static class AccountPages
{
    public static void MapAccountPages(this IEndpointRouteBuilder pages)
    {
        var account = pages.MapGroup("/account").RequireAuthorization();
        account.MapGet("/", (CurrentPerson caller, HttpContext context, IOptions<OpenIdOptions> settings) =>
            PageAnswers.Page<AccountPage, AccountModel>(
                new(PageFrame.Of(context, caller.Person.Name, "/account"), caller, settings.Value)));
        account.MapPost("/end-sessions", EndSessionsAsync);
    }

    private static async Task<IResult> EndSessionsAsync(
        CurrentPerson caller, HttpContext context, SessionEndings endings, CancellationToken cancellationToken)
    {
        await endings.EndAllAsync(caller.Person.Id, by: caller.Person.Id, cancellationToken);
        return caller.Session is null ? Results.LocalRedirect("/account") : await OpenIdPages.LeftAsync(context);
    }
}
