using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>The person who acts in a request.</summary>
internal sealed record CurrentPerson(Person Person)
{
    /// <summary>The session of a browser that signed in with the provider; null for a sample person and for programs.</summary>
    public Session? Session { get; init; }

    /// <summary>The token of a program that acts as this person; null for people.</summary>
    public AccessToken? Token { get; init; }

    public static ValueTask<CurrentPerson> BindAsync(HttpContext context) => new(Of(context));

    public static CurrentPerson Of(HttpContext context) =>
        Find(context) ?? throw new InvalidOperationException("The endpoint asks who acts but does not ask for a sign-in.");

    public static CurrentPerson? Find(HttpContext context) => context.Features.Get<CurrentPerson>();
}
