using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Places;

/// <summary>Which channel is to be connected.</summary>
public sealed class ConnectListModel : PageModel
{
    internal ConnectListModel(PageFrame frame)
        : base(frame)
    {
    }
}
