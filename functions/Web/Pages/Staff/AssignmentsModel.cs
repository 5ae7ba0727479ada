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

    /// <summary>Led to this page; null on the first.</summary>
    internal string? At { get; init; }

    internal string? Next { get; init; }

    /// <summary>What was ticked and typed into a form that was not done.</summary>
    internal AssignmentForm Typed { get; init; } = AssignmentForm.Empty;

    /// <summary>The communes that speak the language.</summary>
    internal IReadOnlyList<Commune> Communes { get; init; } = [];

    internal DirectorySnapshot Directory { get; init; } = DirectorySnapshot.Empty;

    internal DateTimeOffset Now { get; init; }

    /// <summary>Where the form is sent to: where it is not done, this page comes back and no other.</summary>
    internal string Action => AssignmentPageServices.AddressOf(Language, At);

    internal bool IsTicked(InboxEntry entry) => Typed.Ticked.Contains(entry.Text.ToString(), StringComparer.Ordinal);

    internal string NameOf(InboxEntry entry) =>
        entry.Assignment is not { } asked
            ? ""
            : asked.Person is { } person
            ? Directory.Find(person)?.Name ?? person.Value
            : Directory.Find(asked.Commune)?.Name ?? asked.Commune.Value;
}
