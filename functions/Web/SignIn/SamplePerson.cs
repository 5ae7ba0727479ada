using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Web.SignIn;

/// <summary>
/// On one machine one chooses who one is: programs by a header, browsers by a cookie that the sign-in page sets. It is there only
/// where <see cref="SampleSignIn"/> is switched on and allowed.
/// </summary>
internal sealed class SamplePerson(DirectoryStore directories) : IPersonOfRequest, IChosenPerson
{
    public const string Header = "X-Acting-Person";

    private const string Cookie = "acting-person";

    public bool CanSignIn => true;

    public ValueTask<PersonId?> ClaimedAsync(HttpContext context)
    {
        // The API takes the header alone: no page of another site can make a browser send it.
        var chosen = context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? context.Request.Headers[Header].ToString()
            : context.Request.Cookies[Cookie];
        return new(IStringId<PersonId>.Find(chosen));
    }

    public async ValueTask<CurrentPerson?> OfAsync(HttpContext context) =>
        await ClaimedAsync(context) is { } id && (await directories.CurrentAsync(context.RequestAborted)).Find(id) is { } person
            ? new(person)
            : null;

    public ValueTask<string> SignInAddressAsync(HttpContext context) => new(SignInAddress.Of(context.Request));

    public void Choose(HttpContext context, PersonId? person)
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" };
        if (person is { } id)
        {
            context.Response.Cookies.Append(Cookie, id.Value, options);
        }
        else
        {
            context.Response.Cookies.Delete(Cookie, options);
        }
    }
}
