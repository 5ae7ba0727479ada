using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>
/// Whoever signed in with the provider. The account is looked up in the directory at each request, so that whoever is taken out of it,
/// or is given another account, is out within the three seconds that the directory is remembered. The API knows no session.
/// </summary>
internal sealed class SessionPerson(DirectoryStore directories, SessionEndings endings, SessionCookie cookie, KeptFormStore forms)
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
        if (context.Request.Path.StartsWithSegments(SignInAddress.SignOut, StringComparison.OrdinalIgnoreCase))
        {
            return SignInAddress.SignedOut;
        }

        // Only of somebody who was signed in: no other site can make a browser send this cookie with a form.
        return cookie.ReadEnded(context) is { } session && await forms.KeepAsync(context, session.Person) is { } kept
            ? $"{SignInAddress.Again}/{kept}"
            : SignInAddress.Of(context.Request);
    }
}
