using Dissemination.Directory;
using Dissemination.Intake.Drafts;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Where people drop what they have, and the drafts that came of it.</summary>
public sealed class DraftListModel : PageModel
{
    internal DraftListModel(PageFrame frame, Page<Draft> page)
        : base(frame) => Page = page;

    internal Page<Draft> Page { get; }

    internal IReadOnlyList<Row<Draft>> Sent { get; init; } = [];

    internal DirectorySnapshot Directory { get; init; } = DirectorySnapshot.Empty;

    /// <summary>What was pasted and did not become a draft.</summary>
    internal string Pasted { get; init; } = "";
}
