using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages.Frame;

/// <summary>A sign-in that came to nothing.</summary>
public sealed class SignInFailedModel : PageModel
{
    internal SignInFailedModel(PageFrame frame, SignInFailure why, string? contact)
        : base(frame) => (Why, Contact) = (why, contact);

    internal SignInFailure Why { get; }

    internal string? Contact { get; }
}
