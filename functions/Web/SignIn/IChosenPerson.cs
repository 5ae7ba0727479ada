using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>
/// Lets people choose who they are. Registered on one machine only; where it is missing, so is the page that offers the choice.
/// </summary>
internal interface IChosenPerson
{
    /// <param name="person">Null to sign out.</param>
    void Choose(HttpContext context, PersonId? person);
}
