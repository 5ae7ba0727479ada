using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The tasks of one language version on the page: those that are seen at once, and those that a tap unfolds.</summary>
internal sealed record HandTaskSection(
    HandTaskGroup Group, IReadOnlyList<WorklistEntry> Shown, IReadOnlyList<WorklistEntry> Folded, bool IsOpen)
{
    /// <summary>So many lines, heads and tasks together, are what a phone shows before somebody asks for more: some five screens.</summary>
    public const int MostLines = 21;

    /// <summary>So many of them are heads; what is behind is unfolded with a tap.</summary>
    public const int MostHeads = 10;

    public int Count => Shown.Count + Folded.Count;

    /// <summary>When the first of them came; most came with it, and it need not be said again of those.</summary>
    public DateTimeOffset Since => Shown[0].Since;

    /// <summary>Whether all that is open of it is here, in several places: one button says that all of them are done.</summary>
    public bool IsWhole => Count > 1 && Count >= Group.Open;

    /// <summary>All of its tasks, as that button names them.</summary>
    public string Ids => string.Join(' ', All.Select(task => task.Delivery.ToString()));

    /// <summary>What the button says: loudspeakers air, elsewhere it is done.</summary>
    public string AllDone => TextFormat.Fill(
        All.All(task => task is { Channel: ChannelKind.Loudspeaker, Action: DeliveryAction.Post })
            ? Texts.HandTasksAllAired
            : Texts.HandTasksAllDone,
        LocalTime.Number(Count));

    /// <summary>Whether all that is open of it is late: its head says so.</summary>
    public bool IsAllLate => Group.Late >= Group.Open;

    private IEnumerable<WorklistEntry> All => Shown.Concat(Folded);

    /// <summary>Unfolds as many as there is room for, from the first on. All of them are in the page, and in its form.</summary>
    public static IReadOnlyList<HandTaskSection> Of(IReadOnlyList<(HandTaskGroup Group, IReadOnlyList<WorklistEntry> Tasks)> groups)
    {
        var left = MostLines - Math.Min(groups.Count, MostHeads);
        List<HandTaskSection> sections = [];
        foreach (var (group, tasks) in groups)
        {
            var most = left > 0 ? left : MostLines;
            sections.Add(new(group, [.. tasks.Take(most)], [.. tasks.Skip(most)], IsOpen: left > 0));
            left -= Math.Min(left, tasks.Count);
        }

        return sections;
    }
}
