using Dissemination.Directory;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages.Frame;

/// <summary>Who is signed in, and since when.</summary>
public sealed class AccountModel : PageModel
{
    internal AccountModel(PageFrame frame, CurrentPerson current, OpenIdOptions settings)
        : base(frame) => (Current, Settings) = (current, settings);

    internal CurrentPerson Current { get; }

    internal OpenIdOptions Settings { get; }

    internal string Roles => string.Join(", ", Current.Person.Roles.Select(Labels.Of<Role>));
}
