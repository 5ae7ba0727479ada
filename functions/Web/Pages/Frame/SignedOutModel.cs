namespace Dissemination.Web.Pages.Frame;

/// <summary>What is read after signing out.</summary>
public sealed class SignedOutModel : PageModel
{
    internal SignedOutModel(PageFrame frame, bool goesOn)
        : base(frame) => GoesOn = goesOn;

    /// <summary>Whether the browser goes on to sign out at the provider too.</summary>
    internal bool GoesOn { get; }
}
