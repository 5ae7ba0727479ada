using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A commune's open hand tasks.</summary>
public sealed class HandTasksModel : PageModel
{
    internal HandTasksModel(PageFrame frame, DirectorySnapshot directory, Commune? commune, HandTaskList board, HandTaskQuery query)
        : base(frame)
    {
        (Directory, Commune, Board, Query) = (directory, commune, board, query);
        (Entries, Next) = board.Page(query.Version, query.Channel, query.After);
    }

    internal DirectorySnapshot Directory { get; }

    /// <summary>Null where the reader has none and has not chosen one.</summary>
    internal Commune? Commune { get; }

    internal HandTaskList Board { get; }

    internal HandTaskQuery Query { get; }

    internal IReadOnlyList<WorklistEntry> Entries { get; }

    internal string? Next { get; }

    /// <summary>Whether all of the page is ticked beforehand.</summary>
    internal bool AllTicked { get; init; }

    /// <summary>Whether the reader works for more than one commune.</summary>
    internal bool MayChoose => Frame.Person?.Is(Role.Staff) == true;
}
