using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages.Frame;

/// <summary>What was typed before a sign-in came between, to be sent now.</summary>
public sealed class ResumeModel : PageModel
{
    internal ResumeModel(PageFrame frame, KeptForm form)
        : base(frame) => Form = form;

    internal KeptForm Form { get; }
}
