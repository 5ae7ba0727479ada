using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Posts that wait for a commune.</summary>
public sealed class HeldModel : PageModel
{
    internal HeldModel(PageFrame frame, HeldQuery query, DirectorySnapshot directory, Commune? commune, Page<WorklistEntry> page)
        : base(frame) => (Query, Directory, Commune, Page) = (query, directory, commune, page);

    internal HeldQuery Query { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>Null where the reader has none and has not chosen one.</summary>
    internal Commune? Commune { get; }

    internal Page<WorklistEntry> Page { get; }

    /// <summary>What was ticked in a form that was not done.</summary>
    internal IReadOnlyList<DeliveryId> Ticked { get; init; } = [];

    /// <summary>Whether the reader works for more than one commune.</summary>
    internal bool MayChoose => Frame.Person?.Is(Role.Staff) == true;

    /// <summary>Whether the reader may let it go out: nothing but the commune's own say keeps it back.</summary>
    internal bool MayRelease(WorklistEntry entry) =>
        IsOwn && entry is { Reason: null } or { Reason.Code: nameof(ProblemTexts.WaitsForCommune) };

    /// <summary>Whether the reader is of this commune.</summary>
    private bool IsOwn =>
        Commune is { } commune && Frame.Person is { } person && person.Is(Role.Communicator) && person.Commune == commune.Id;
}
