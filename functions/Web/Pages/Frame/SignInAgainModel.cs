using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages.Frame;

/// <summary>Why one has to sign in again, and that nothing typed is lost.</summary>
public sealed class SignInAgainModel : PageModel
{
    internal SignInAgainModel(PageFrame frame, string form, bool isForFresh)
        : base(frame) => (Address, IsForFresh) = (
            $"{SignInAddress.Again}/{Uri.EscapeDataString(form)}/go{(isForFresh ? "?fresh=true" : "")}", isForFresh);

    /// <summary>The way to the provider.</summary>
    internal string Address { get; }

    /// <summary>Whether it is for something that asks for a fresh sign-in; else the session has ended.</summary>
    internal bool IsForFresh { get; }
}
