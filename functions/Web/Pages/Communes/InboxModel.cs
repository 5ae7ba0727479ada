using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What waits for a communicator.</summary>
public sealed class InboxModel : PageModel
{
    internal InboxModel(PageFrame frame)
        : base(frame)
    {
    }

    internal Commune? Commune { get; init; }

    internal IReadOnlyList<InboxSection> Sections { get; init; } = [];

    /// <summary>Open hand tasks of the commune.</summary>
    internal Counted HandTasks { get; init; }

    /// <summary>Posts that wait for the commune.</summary>
    internal Counted Held { get; init; }
}

/// <summary>The open translations of one language that concern the commune.</summary>
/// <param name="Next">A page may hold few and still name a next one: those of other communes are left out.</param>
internal sealed record InboxSection(LanguageTag Language, IReadOnlyList<InboxEntry> Entries, string? Next);

/// <summary>A number of which only the beginning was counted.</summary>
internal readonly record struct Counted(int Number, bool AndMore)
{
    public override string ToString() => AndMore ? $"{LocalTime.Number(Number)}+" : LocalTime.Number(Number);
}
