using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The hand tasks that a commune confirmed lately.</summary>
public sealed class ConfirmedTasksModel : PageModel
{
    internal ConfirmedTasksModel(PageFrame frame, DirectorySnapshot directory, Commune? commune, Page<ConfirmedTask> page)
        : base(frame) => (Directory, Commune, Page) = (directory, commune, page);

    internal DirectorySnapshot Directory { get; }

    internal Commune? Commune { get; }

    internal Page<ConfirmedTask> Page { get; }

    internal bool MayChoose => Frame.Person?.Is(Role.Staff) == true;

    internal string NameOf(PersonId person) => Directory.Find(person)?.Name ?? person.Value;
}
