using Dissemination.Reports;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Readers;

/// <summary>The list of reports.</summary>
public sealed class ReportListModel : PageModel
{
    internal ReportListModel(PageFrame frame, Page<ReportSummary> page)
        : base(frame) => Page = page;

    internal Page<ReportSummary> Page { get; }
}
