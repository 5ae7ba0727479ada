using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The hand tasks of a commune whose items expired before anybody confirmed them.</summary>
public sealed class ExpiredTasksModel : PageModel
{
    internal ExpiredTasksModel(
        PageFrame frame, DirectorySnapshot directory, Commune? commune, (IReadOnlyList<Delivery> Tasks, string? Next) page)
        : base(frame) => (Directory, Commune, Tasks, Next) = (directory, commune, page.Tasks, page.Next);

    internal DirectorySnapshot Directory { get; }

    internal Commune? Commune { get; }

    internal IReadOnlyList<Delivery> Tasks { get; }

    /// <summary>What their items are called.</summary>
    internal IReadOnlyDictionary<ItemId, string> Headlines { get; init; } = new Dictionary<ItemId, string>();

    internal string? Next { get; }

    internal bool MayChoose => Frame.Person?.Is(Role.Staff) == true;

    internal string HeadlineOf(Delivery task) => Headlines.GetValueOrDefault(task.Id.Version.Item, task.Id.Version.Item.Value);
}
