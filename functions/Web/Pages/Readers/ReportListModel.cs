using Dissemination.Reports;
using Dissemination.Reports.Periods;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Readers;

/// <summary>The list of reports.</summary>
public sealed class ReportListModel : PageModel
{
    internal ReportListModel(PageFrame frame, Page<ReportSummary> page)
        : base(frame) => Page = page;

    internal Page<ReportSummary> Page { get; }

    /// <summary>The newest reports of weeks and months; null on further pages.</summary>
    internal Page<PeriodHead>? Periods { get; init; }
}
