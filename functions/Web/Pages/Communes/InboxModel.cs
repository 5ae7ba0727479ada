using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Translation;
using Dissemination.Translation.Review;
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

    internal DateTimeOffset Now { get; init; }

    internal Func<PersonId, string> NameOf { get; init; } = id => id.Value;

    internal PersonId Reader => Frame.Person!.Id;

    /// <summary>Whether the reader, or anybody of the reader's commune, is asked.</summary>
    internal bool IsAsked(Assignment assignment) => assignment.Person is { } person ? person == Reader : assignment.Commune == Commune?.Id;

    internal IReadOnlyList<InboxSection> Sections { get; init; } = [];

    /// <summary>What others said about translations that concern the reader, and the reader has not seen yet.</summary>
    internal IReadOnlyList<CommentNews> Comments { get; init; } = [];

    /// <summary>Open hand tasks of the commune; null where the reader has none.</summary>
    internal HandTaskBoard? HandTasks { get; init; }

    /// <summary>What else the commune's people should know. What is late is counted as it stands now, not as the last reminder told it.</summary>
    internal IReadOnlyList<Notice> Notices { get; init; } = [];

    internal Func<Notice, string> SubjectOf { get; init; } = notice => notice.Subject;

    internal Counted HandTasksOpen => HandTasks is { } board ? new(board.All.Length, board.AndMore) : default;

    internal Problem? Late => HandTasks is { } board ? HandTaskReminder.ProblemOf(board) : null;

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
