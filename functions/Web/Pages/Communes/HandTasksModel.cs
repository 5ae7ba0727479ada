using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A commune's open hand tasks.</summary>
public sealed class HandTasksModel : PageModel
{
    internal HandTasksModel(
        PageFrame frame,
        DirectorySnapshot directory,
        Commune? commune,
        (HandTaskList Board, Page<WorklistEntry> Page) tasks,
        HandTaskQuery query)
        : base(frame) =>
        (Directory, Commune, Board, Page, Query) = (directory, commune, tasks.Board, tasks.Page, query);

    internal DirectorySnapshot Directory { get; }

    /// <summary>Null where the reader has none and has not chosen one.</summary>
    internal Commune? Commune { get; }

    internal HandTaskList Board { get; }

    internal HandTaskQuery Query { get; }

    internal Page<WorklistEntry> Page { get; }

    /// <summary>What is on the page of each language version, the oldest first.</summary>
    internal IReadOnlyList<HandTaskSection> Sections
    {
        get
        {
            var counted = Board.Groups(Query.Channel).ToDictionary(group => group.Version);
            return HandTaskSection.Of(
            [
                .. Page.Rows.Select(row => row.Value)
                    .GroupBy(task => task.Delivery.Version)
                    .Select(version => (
                        counted.GetValueOrDefault(version.Key) ?? new(version.Key, version.First().Headline, version.Count(), Late: 0),
                        (IReadOnlyList<WorklistEntry>)[.. version])),
            ]);
        }
    }

    /// <summary>Whether all of the page is ticked beforehand.</summary>
    internal bool AllTicked { get; init; }

    /// <summary>What was ticked and typed in a form that was not done.</summary>
    internal HandTaskTicks Typed { get; init; } = HandTaskTicks.None;

    /// <summary>How many are ticked, those among them that are folded away.</summary>
    internal int Ticked => Page.Rows.Count(row => IsTicked(row.Value));

    internal bool IsTicked(WorklistEntry task) => AllTicked || Typed.Contains(task.Delivery.ToString());

    /// <summary>Whether the reader works for more than one commune.</summary>
    internal bool MayChoose => Frame.Person?.Is(Role.Staff) == true;
}
