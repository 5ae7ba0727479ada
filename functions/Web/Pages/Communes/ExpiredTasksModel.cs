using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The hand tasks of a commune whose items expired before anybody confirmed them.</summary>
public sealed class ExpiredTasksModel : PageModel
{
    internal ExpiredTasksModel(
        PageFrame frame, DirectorySnapshot directory, Commune? commune, (IReadOnlyList<WorklistEntry> Tasks, string? Next) page)
        : base(frame) => (Directory, Commune, Tasks, Next) = (directory, commune, page.Tasks, page.Next);

    internal DirectorySnapshot Directory { get; }

    internal Commune? Commune { get; }

    internal IReadOnlyList<WorklistEntry> Tasks { get; }

    internal string? Next { get; }

    internal bool MayChoose => Frame.Person?.Is(Role.Staff) == true;
}
