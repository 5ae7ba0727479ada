using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>Who sends a request. On one machine a sample person is chosen; where nothing tells it, nobody is signed in.</summary>
internal interface IPersonOfRequest
{
    PersonId? Of(HttpContext context);
}

/// <summary>Everywhere but on one machine, until the province's sign-in is connected: nobody.</summary>
internal sealed class NobodySignedIn : IPersonOfRequest
{
    public PersonId? Of(HttpContext context) => null;
}
