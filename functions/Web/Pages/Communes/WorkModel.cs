using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Deliveries that wait for a commune: hand tasks, or posts to be released.</summary>
public sealed class WorkModel : PageModel
{
    internal WorkModel(PageFrame frame, DirectorySnapshot directory, Commune? commune, Page<WorklistEntry> page)
        : base(frame) => (Directory, Commune, Page) = (directory, commune, page);

    internal DirectorySnapshot Directory { get; }

    /// <summary>Null where the reader has none and has not chosen one.</summary>
    internal Commune? Commune { get; }

    internal Page<WorklistEntry> Page { get; }

    /// <summary>Whether the reader works for more than one commune.</summary>
    internal bool MayChoose => Frame.Person?.Is(Role.Staff) == true;

    /// <summary>Whether the reader may let it go out: nothing but the commune's own say keeps it back.</summary>
    internal bool MayRelease(WorklistEntry entry) =>
        IsOwn && entry is { Reason: null } or { Reason.Code: nameof(ProblemTexts.WaitsForCommune) };

    /// <summary>Whether the reader is of this commune.</summary>
    internal bool IsOwn =>
        Commune is { } commune && Frame.Person is { } person && person.Is(Role.Communicator) && person.Commune == commune.Id;
}
