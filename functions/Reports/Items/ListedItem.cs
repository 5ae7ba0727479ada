using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Items;

/// <summary>
/// An item in the list of all, with what became of it. What that comes to is counted where it is asked for: a page shows few of many.
/// </summary>
/// <param name="Summary">Null where nothing of it was ever approved.</param>
internal sealed record ListedItem(Item Item, ItemSummary? Summary)
{
    /// <summary>On whom it waits in one place or another, the gravest first.</summary>
    public ImmutableArray<Wait> Waits => field.IsDefault ? field = WaitsOf(Item, Summary) : field;

    public int Expected => Sum(Summary, cell => cell.Expected);

    public int Done => Sum(Summary, cell => cell.Done);

    public int Failed => Sum(Summary, cell => cell.Failed);

    /// <summary>When it goes out, or was to go out; null where it goes out with its approval.</summary>
    public DateTimeOffset? WantedAt => Item.WantedAt(LanguageTag.Vietnamese);

    private static int Sum(ItemSummary? summary, Func<CellSummary, int> figure) =>
        summary?.Languages.Sum(language => language.Cells.Sum(figure)) ?? 0;

    private static ImmutableArray<Wait> WaitsOf(Item item, ItemSummary? summary) => item switch
    {
        { Withdrawal: not null } => [],
        { Approval: null, Returned: { } returned } => [new(CampaignStage.Approval, WaitsOn.Staff, returned.At)],
        { Approval: null } => [new(CampaignStage.Approval, WaitsOn.Approver, item.AcceptedAt)],
        _ => [.. GravestOf(summary).OrderByDescending(wait => wait.Stage)],
    };

    /// <summary>The gravest thing for which it waits on each.</summary>
    private static List<Wait> GravestOf(ItemSummary? summary)
    {
        List<Wait> gravest = [];
        foreach (var language in summary?.Languages ?? [])
        {
            Wait? last = null;
            foreach (var cell in language.Cells)
            {
                // What its language waits for is the very same in all its communes.
                if (language.WaitOf(cell) is { On: not WaitsOn.Nobody } wait && !ReferenceEquals(wait, last))
                {
                    Add(gravest, wait);
                    last = wait;
                }
            }
        }

        return gravest;
    }

    private static void Add(List<Wait> gravest, Wait wait)
    {
        var same = gravest.FindIndex(known => known.On == wait.On);
        if (same < 0)
        {
            gravest.Add(wait);
        }
        else
        {
            gravest[same] = Wait.Worse(gravest[same], wait)!;
        }
    }
}
