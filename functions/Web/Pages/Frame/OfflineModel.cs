namespace Dissemination.Web.Pages.Frame;

/// <summary>What a phone shows where it has no network. It is the same for all: what is a person's own, the phone adds.</summary>
public sealed class OfflineModel : PageModel
{
    internal const string Path = "/offline";

    internal OfflineModel(PageFrame frame)
        : base(frame)
    {
    }
}
