using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>How far a campaign is: everything that its page, its files and its pictures tell.</summary>
/// <param name="Items">How many items were approved in the period.</param>
/// <param name="Languages">The columns of the board.</param>
/// <param name="Board">The worst first; a commune that was merged stands under its successor.</param>
/// <param name="At">The newest of the figures; null where there are none.</param>
internal sealed record CampaignReport(
    int Items, ImmutableArray<LanguageTag> Languages, ImmutableArray<BoardRow> Board, DateTimeOffset? At)
{
    /// <summary>What it was counted from.</summary>
    public required CampaignInput Input { get; init; }

    public required ImmutableArray<TopicRow> Topics { get; init; }

    public required ImmutableArray<TimesRow> Times { get; init; }

    public required ImmutableArray<DayRow> Days { get; init; }

    public required ImmutableArray<OwedRow> Owed { get; init; }

    public required ImmutableArray<FailureRow> Failures { get; init; }

    public required ImmutableArray<ReachRow> Reach { get; init; }

    public required int Expected { get; init; }

    public required int Done { get; init; }

    public required int OnTime { get; init; }

    /// <summary>Communes with one measured figure at least.</summary>
    public required int CommunesMeasured { get; init; }

    /// <summary>Item by item, commune by commune and language by language. Made when it is asked for: a campaign has many.</summary>
    public ImmutableArray<ItemCell> Cells => [.. CampaignFigures.CellsOf(Input)];

    /// <summary>The communes that go on, and those that are gone of which something is counted, each once.</summary>
    public IEnumerable<BoardRow> Communes => Board.Where(row => !row.IsPart);

    /// <summary>
    /// How each commune that owes something is, with its parts: by all its items in all its languages together
    /// (<see cref="StageCounts.Leading"/>).
    /// </summary>
    public IReadOnlyDictionary<CommuneId, CampaignStage> Stages { get; } = Board
        .Where(row => row.Stage is not null)
        .GroupBy(row => row.IsPart ? Before(Board, row) : row.Commune.Id)
        .ToDictionary(
            commune => commune.Key,
            commune => StageCounts.Sum(commune.SelectMany(row => row.Cells).Select(cell => cell.Counts)).Leading);

    /// <summary>How many communes are in each stage.</summary>
    public ImmutableSortedDictionary<CampaignStage, int> ByStage => Stages.Values.CountBy(stage => stage).ToImmutableSortedDictionary();

    /// <summary>Communes that owe something.</summary>
    public int CommunesOwing => Stages.Count;

    /// <summary>Communes where one item at least failed, with those of their parts.</summary>
    public int CommunesFailed => Board.Where(row => row.Failed > 0)
        .Select(row => row.IsPart ? Before(Board, row) : row.Commune.Id)
        .Distinct()
        .Count();

    /// <summary>Items that failed, commune by commune and language by language.</summary>
    public int Failed => Board.Sum(row => row.Failed);

    /// <summary>The commune under which a part stands.</summary>
    private static CommuneId Before(ImmutableArray<BoardRow> board, BoardRow part) =>
        board.Take(board.IndexOf(part)).Last(row => !row.IsPart).Commune.Id;
}
