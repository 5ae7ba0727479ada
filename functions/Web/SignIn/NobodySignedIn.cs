using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>Everywhere but on one machine, until the province's sign-in is connected: nobody.</summary>
internal sealed class NobodySignedIn : IPersonOfRequest
{
    public PersonId? Of(HttpContext context) => null;
}
