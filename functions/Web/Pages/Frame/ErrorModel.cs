namespace Dissemination.Web.Pages.Frame;

/// <summary>Why a request came to nothing.</summary>
public sealed class ErrorModel : PageModel
{
    internal ErrorModel(PageFrame frame, string detail)
        : base(frame) => Detail = detail;

    internal string Detail { get; }
}
