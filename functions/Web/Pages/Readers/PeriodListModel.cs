using Dissemination.Reports.Periods;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Readers;

/// <summary>All reports of weeks and months.</summary>
public sealed class PeriodListModel : PageModel
{
    internal PeriodListModel(PageFrame frame, Page<PeriodHead> page)
        : base(frame) => Page = page;

    internal Page<PeriodHead> Page { get; }
}
