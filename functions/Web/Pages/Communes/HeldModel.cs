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

    /// <summary>So long a post still waits after it was let go out: a wrong tap is undone.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    internal HeldQuery Query { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>Null where the reader has none and has not chosen one.</summary>
    internal Commune? Commune { get; }

    internal Page<WorklistEntry> Page { get; }

    /// <summary>What is on the page of each language version, in the order of its first.</summary>
    internal IEnumerable<IGrouping<VersionId, WorklistEntry>> Versions =>
        Page.Rows.Select(row => row.Value).GroupBy(entry => entry.Delivery.Version);

    /// <summary>What was ticked in a form that was not done.</summary>
    internal IReadOnlyList<DeliveryId> Ticked { get; init; } = [];

    /// <summary>Whether the reader works for more than one commune.</summary>
    internal bool MayChoose => Frame.Person?.Is(Role.Staff) == true;

    /// <summary>Whether the reader may let it go out: nothing but the commune's own say keeps it back.</summary>
    internal bool MayRelease(WorklistEntry entry) =>
        IsOwn && entry is { Reason: null } or { Reason.Code: nameof(ProblemTexts.WaitsForCommune) };

    /// <summary>Why a post waits, where it is something else than the commune's own say.</summary>
    internal static Problem? OtherReason(WorklistEntry entry) =>
        entry.Reason is { Code: not nameof(ProblemTexts.WaitsForCommune) } reason ? reason : null;

    /// <summary>What the button of a language version says that lets all go out that may.</summary>
    internal static string ReleaseOf(int number) =>
        number == 1 ? Texts.Release : TextFormat.Fill(Texts.ReleaseAll, LocalTime.Number(number));

    /// <summary>Whether the reader is of this commune.</summary>
    private bool IsOwn =>
        Commune is { } commune && Frame.Person is { } person && person.Is(Role.Communicator) && person.Commune == commune.Id;
}
