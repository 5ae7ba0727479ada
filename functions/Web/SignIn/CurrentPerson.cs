using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>The person who acts in a request.</summary>
internal sealed record CurrentPerson(Person Person)
{
    public static ValueTask<CurrentPerson> BindAsync(HttpContext context) => new(Of(context));

    public static CurrentPerson Of(HttpContext context) =>
        context.Features.Get<CurrentPerson>()
        ?? throw new InvalidOperationException("The endpoint asks who acts but does not ask for a sign-in.");
}
