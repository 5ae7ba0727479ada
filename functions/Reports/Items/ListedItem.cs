using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Items;

/// <summary>An item in the list of all, with what became of it.</summary>
/// <param name="Summary">Null where nothing of it was ever approved.</param>
internal sealed record ListedItem(Item Item, ItemSummary? Summary)
{
    /// <summary>On whom it waits in one place or another, the gravest first.</summary>
    public ImmutableArray<Wait> Waits { get; } = WaitsOf(Item, Summary);

    public int Expected { get; } = Sum(Summary, cell => cell.Expected);

    public int Done { get; } = Sum(Summary, cell => cell.Done);

    public int Failed { get; } = Sum(Summary, cell => cell.Failed);

    /// <summary>When it goes out, or was to go out; null where it goes out with its approval.</summary>
    public DateTimeOffset? WantedAt => Item.WantedAt(LanguageTag.Vietnamese);

    private static int Sum(ItemSummary? summary, Func<CellSummary, int> figure) =>
        summary?.Languages.Sum(language => language.Cells.Sum(figure)) ?? 0;

    private static ImmutableArray<Wait> WaitsOf(Item item, ItemSummary? summary) => item switch
    {
        { Withdrawal: not null } => [],
        { Approval: null, Returned: { } returned } => [new(CampaignStage.Approval, WaitsOn.Staff, returned.At)],
        { Approval: null } => [new(CampaignStage.Approval, WaitsOn.Approver, item.AcceptedAt)],
        _ =>
        [
            .. (summary?.Languages ?? [])
                .SelectMany(language => language.Cells.Select(language.WaitOf))
                .OfType<Wait>()
                .Where(wait => wait.On is not WaitsOn.Nobody)
                .GroupBy(wait => wait.On)
                .Select(same => same.Aggregate((one, other) => Wait.Worse(one, other)!))
                .OrderByDescending(wait => wait.Stage),
        ],
    };
}
