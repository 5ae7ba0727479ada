using Dissemination.Reach.Meetings;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Readers;

/// <summary>Meetings and opinions on a page of their own.</summary>
public sealed class MeetingsSummaryModel : PageModel
{
    internal MeetingsSummaryModel(PageFrame frame, MeetingSummary summary)
        : base(frame) => Section = new(summary);

    internal MeetingsSectionModel Section { get; }
}
