using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>Counts the items of one language in one commune.</summary>
internal sealed class BoardTally(CommuneId commune, LanguageTag language)
{
    private readonly StageCounts _stages = new();
    private readonly DateTimeOffset?[] _since = new DateTimeOffset?[(int)CampaignStage.Failed + 1];
    private int _itemsDone;
    private int _expected;
    private int _done;
    private int _onTime;

    public CommuneId Commune => commune;

    public void Add(in ItemCell cell)
    {
        var sums = cell.Sums;
        _stages.Add(cell.Stage, sums);
        (_expected, _done, _onTime) = (_expected + sums.Expected, _done + sums.Done, _onTime + sums.OnTime);
        _itemsDone += sums.Done == sums.Expected ? 1 : 0;
        if (cell.Wait is { Since: var since } && !(_since[(int)cell.Stage] <= since))
        {
            _since[(int)cell.Stage] = since;
        }
    }

    public BoardCell ToCell()
    {
        var stage = _stages.Leading;
        var isNearly = stage is CampaignStage.Nearly;
        return new(
            language,
            _stages.Items,
            _itemsDone,
            stage,
            isNearly ? _stages.Items - _stages[CampaignStage.Done] : _stages[stage],
            isNearly ? _since.Min() : _since[(int)stage])
        {
            Counts = _stages,
            Expected = _expected,
            Done = _done,
            OnTime = _onTime,
        };
    }
}
