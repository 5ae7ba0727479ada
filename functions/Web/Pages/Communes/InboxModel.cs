using Dissemination.Alerts;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What waits for a communicator.</summary>
public sealed class InboxModel : PageModel
{
    private readonly DirectorySnapshot _directory;

    internal InboxModel(PageFrame frame, DirectorySnapshot directory)
        : base(frame) => _directory = directory;

    internal Commune? Commune { get; init; }

    internal DateTimeOffset Now { get; init; }

    internal PersonId Reader => Frame.Person!.Id;

    /// <summary>Whether the reader, or anybody of the reader's commune, is asked.</summary>
    internal bool IsAsked(Assignment assignment) =>
        assignment.Person is { } person ? person == Reader : _directory.Successor(assignment.Commune) == Commune?.Id;

    internal string NameOf(PersonId id) => _directory.Find(id)?.Name ?? id.Value;

    internal string SubjectOf(Alert alert) => AlertLabels.SubjectOf(alert, _directory);

    internal string TextOf(Alert alert) => AlertLabels.TextOf(alert, _directory);

    internal IReadOnlyList<InboxSection> Sections { get; init; } = [];

    /// <summary>What others said about translations that concern the reader, and the reader has not seen yet.</summary>
    internal IReadOnlyList<CommentNotification> Comments { get; init; } = [];

    /// <summary>Open hand tasks of the commune; null where the reader has none.</summary>
    internal HandTaskList? HandTasks { get; init; }

    /// <summary>
    /// What else the commune's people should know. What is late is counted as it stands now, not as the last reminder told it.
    /// </summary>
    internal IReadOnlyList<Alert> Alerts { get; init; } = [];

    internal Counted HandTasksOpen => HandTasks is { } board ? Counted.Of(board.Heads) : default;

    internal Problem? Late => HandTasks?.Late is { } late ? HandTaskReminder.ProblemOf(late) : null;

    /// <summary>Posts that wait for the commune.</summary>
    internal Counted Held { get; init; }
}
