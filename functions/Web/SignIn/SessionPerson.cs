using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.SignIn;

/// <summary>
/// Whoever signed in with the provider. The account is looked up in the directory at each request, so that whoever is taken out of it,
/// or is given another account, is out within the three seconds that the directory is remembered. The API knows no session.
/// </summary>
internal sealed class SessionPerson(
    DirectoryStore directories,
    SessionEndings endings,
    SessionCookie cookie,
    KeptFormStore forms,
    IOptions<OpenIdOptions> settings,
    TimeProvider time)
    : IPersonOfRequest
{
    public bool CanSignIn => true;

    public async ValueTask<PersonId?> ClaimedAsync(HttpContext context) => (await SessionCookie.ReadAsync(context))?.Person;

    public async ValueTask<CurrentPerson?> OfAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || await SessionCookie.ReadAsync(context) is not { } session
            || await endings.IsEndedAsync(session, context.RequestAborted))
        {
            return null;
        }

        var directory = await directories.CurrentAsync(context.RequestAborted);
        return directory.FindByAccount(session.Account.Subject, session.Account.VerifiedEmail) is { } person && person.Id == session.Person
            ? new(person) { Session = session }
            : null;
    }

    public async ValueTask<string> SignInAddressAsync(HttpContext context)
    {
        // Only of somebody who was signed in: no other site can make a browser send this cookie with a form.
        var ended = cookie.ReadEnded(context);
        if (context.Request.Path.StartsWithSegments(SignInAddress.SignOut, StringComparison.OrdinalIgnoreCase))
        {
            return ended is not null && HttpMethods.IsPost(context.Request.Method)
                ? await ForgetAsync(context)
                : SignInAddress.SignedOut;
        }

        return ended is not null
            && await MayComeBackAsync(ended, context.RequestAborted)
            && await forms.KeepAsync(context, ended.Person) is { } kept
                ? $"{SignInAddress.Again}/{kept}"
                : SignInAddress.Of(context.Request);
    }

    /// <summary>The session is over; what it left in the browser is not, nor is the sign-in at the provider.</summary>
    private static async Task<string> ForgetAsync(HttpContext context)
    {
        await context.SignOutAsync(SessionCookie.Scheme);
        PageAnswers.ForgetPerson(context);
        return $"{SignInAddress.SignedOut}?here=true";
    }

    /// <summary>Whether what is typed is worth keeping: an old cookie, or one of somebody who has left, would fill the storage.</summary>
    private async Task<bool> MayComeBackAsync(Session ended, CancellationToken cancellationToken) =>
        ended.EndedLately(time.GetUtcNow(), settings.Value)
        && (await directories.CurrentAsync(cancellationToken)).Find(ended.Person) is not null;
}
