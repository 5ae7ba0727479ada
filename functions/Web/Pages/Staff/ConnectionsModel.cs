using Dissemination.Deliveries.Connections;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reviewing;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>How the program is connected to the channels.</summary>
public sealed class ConnectionsModel : PageModel
{
    private const int MostOpen = 5;

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

    /// <summary>What does not send as things stand, by why.</summary>
    internal IEnumerable<IGrouping<string, LaneConnection>> Amiss =>
        Lanes.Where(lane => WhyAmiss(lane) is not null).GroupBy(lane => WhyAmiss(lane)!, StringComparer.Ordinal);

    internal IReadOnlyList<LaneConnection> Well => [.. Lanes.Where(lane => WhyAmiss(lane) is null)];

    /// <summary>Whether there are so few that they are read without opening anything.</summary>
    internal bool AreOpen => Lanes.Count(lane => WhyAmiss(lane) is not null) <= MostOpen;

    /// <summary>The same of the destinations; those of one commune, and one that was just checked, are always read at once.</summary>
    internal bool DestinationsAreOpen => Commune is not null || Checked is not null || Destinations.Count <= MostOpen;

    private string? WhyAmiss(LaneConnection lane) =>
        lane.IsStopped ? Texts.LaneStopped
        : lane.PausedAt(Now) is not null ? Texts.LanePaused
        : lane.Problem is not null ? Texts.LaneNotConfigured
        : null;
}
