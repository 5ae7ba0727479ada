using Dissemination.Deliveries.Connections;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reviewing;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>How the program is connected to the channels.</summary>
public sealed class ConnectionsModel : PageModel
{
    internal ConnectionsModel(
        PageFrame frame,
        DirectorySnapshot directory,
        Commune? commune,
        IReadOnlyList<LaneConnection> lanes,
        IReadOnlyList<DestinationConnection> destinations,
        DateTimeOffset now)
        : base(frame) => (Directory, Commune, Lanes, Destinations, Now) = (directory, commune, lanes, destinations, now);

    internal DirectorySnapshot Directory { get; }

    /// <summary>Null where none was chosen: then the destinations are those of all communes that are disabled.</summary>
    internal Commune? Commune { get; }

    /// <summary>What is stopped or waits first.</summary>
    internal IReadOnlyList<LaneConnection> Lanes { get; }

    internal IReadOnlyList<DestinationConnection> Destinations { get; }

    internal DateTimeOffset Now { get; }

    /// <summary>What was just checked.</summary>
    internal DestinationId? Checked { get; init; }

    /// <summary>What is wrong with it.</summary>
    internal IReadOnlyList<Problem> Found { get; init; } = [];

    /// <summary>Whether there is a bot for reviewers.</summary>
    internal bool HasReviewerBot { get; init; }

    /// <summary>How it is connected; null where nobody asked.</summary>
    internal Result<ReviewerConnection>? ReviewerBot { get; init; }

    internal IEnumerable<LaneConnection> Amiss => Lanes.Where(IsAmiss);

    internal IEnumerable<LaneConnection> Well => Lanes.Where(lane => !IsAmiss(lane));

    internal string Self => Commune is { } commune ? $"/connections?commune={commune.Id}" : "/connections";

    private bool IsAmiss(LaneConnection lane) => lane.IsStopped || lane.PausedAt(Now) is not null || lane.Problem is not null;
}
