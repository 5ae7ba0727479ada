using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>The person who acts in a request.</summary>
internal sealed record Acting(Person Person)
{
    public static ValueTask<Acting> BindAsync(HttpContext context) =>
        new(context.Features.Get<Acting>() ?? throw new InvalidOperationException("The endpoint asks who acts but does not ask for a sign-in."));
}
