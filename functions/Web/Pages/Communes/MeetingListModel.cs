using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The meetings and opinions of a commune, or of all.</summary>
public sealed class MeetingListModel : PageModel
{
    internal MeetingListModel(PageFrame frame, ToldListQuery query, Page<ToldRecord> page, DirectorySnapshot directory)
        : base(frame) => (Query, Page, Directory) = (query, page, directory);

    internal const string Path = "/meetings";

    internal ToldListQuery Query { get; }

    internal Page<ToldRecord> Page { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>The sums of the commune that is looked at, and of what became part of it; null where all are.</summary>
    internal CommuneTally? Total { get; init; }

    internal Commune? Commune { get; init; }

    internal bool ReadsAll => Frame.Person!.ReadsAllCommunes;

    internal bool MayTell => Frame.Person!.Is(Role.Staff) || Frame.Person.Is(Role.Communicator);

    internal string NameOf(PersonId id) => Directory.Find(id)?.Name ?? id.Value;

    internal string NameOf(CommuneId id) => Directory.Find(id) is { } commune ? PageLabels.Of(commune) : id.Value;
}
