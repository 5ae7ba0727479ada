using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Web.SignIn;

/// <summary>
/// On one machine one chooses who one is: programs by a header, browsers by a cookie that the sign-in page sets. It is there only
/// where <see cref="SampleSignIn"/> is switched on and allowed.
/// </summary>
internal sealed class SamplePerson : IPersonOfRequest, IChosenPerson
{
    public const string Header = "X-Acting-Person";

    private const string Cookie = "acting-person";

    public PersonId? Of(HttpContext context)
    {
        // The API takes the header alone: no page of another site can make a browser send it.
        var chosen = context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? context.Request.Headers[Header].ToString()
            : context.Request.Cookies[Cookie];
        return IStringId<PersonId>.Find(chosen);
    }

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
