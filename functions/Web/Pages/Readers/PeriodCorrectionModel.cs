using Dissemination.Reports.Periods;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Readers;

/// <summary>The form by which staff have a report counted anew.</summary>
public sealed class PeriodCorrectionModel : PageModel
{
    internal PeriodCorrectionModel(PageFrame frame, PeriodHead newest, string reason)
        : base(frame) => (Newest, Reason) = (newest, reason);

    internal PeriodHead Newest { get; }

    /// <summary>What was typed.</summary>
    internal string Reason { get; }
}
