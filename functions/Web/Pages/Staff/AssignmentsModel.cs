using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The open translations of a language, to be asked for in one go.</summary>
public sealed class AssignmentsModel : PageModel
{
    internal AssignmentsModel(PageFrame frame)
        : base(frame)
    {
    }

    internal IReadOnlyList<LanguageTag> Languages { get; init; } = [];

    /// <summary>The language that is shown; null where none is spoken anywhere.</summary>
    internal LanguageTag? Language { get; init; }

    internal IReadOnlyList<InboxEntry> Entries { get; init; } = [];

    internal string? Next { get; init; }

    /// <summary>The communes that speak the language.</summary>
    internal IReadOnlyList<Commune> Communes { get; init; } = [];

    internal DirectorySnapshot Directory { get; init; } = DirectorySnapshot.Empty;

    internal DateTimeOffset Now { get; init; }

    internal string NameOf(InboxEntry entry) =>
        entry.Assignment is not { } asked
            ? ""
            : asked.Person is { } person
            ? Directory.Find(person)?.Name ?? person.Value
            : Directory.Find(asked.Commune)?.Name ?? asked.Commune.Value;
}
