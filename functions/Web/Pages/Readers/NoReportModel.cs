using Dissemination.Content;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Readers;

/// <summary>A report that was not written yet.</summary>
public sealed class NoReportModel : PageModel
{
    internal NoReportModel(PageFrame frame, ItemId item)
        : base(frame) => Item = item;

    internal ItemId Item { get; }
}
