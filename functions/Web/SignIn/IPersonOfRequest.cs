using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>Who sends a request. On one machine a sample person is chosen; where nothing tells it, nobody is signed in.</summary>
internal interface IPersonOfRequest
{
    PersonId? Of(HttpContext context);
}
