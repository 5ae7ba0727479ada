using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>How many items are in each stage, and how many of their places are done or failed.</summary>
internal sealed class StageCounts
{
    /// <summary>A stage that holds so much of all items tells how the whole is.</summary>
    private const int Share = 10;

    private readonly int[] _counts = new int[(int)CampaignStage.Failed + 1];
    private int _places;
    private int _placesDone;
    private int _placesFailed;

    public int Items { get; private set; }

    public int this[CampaignStage stage] => _counts[(int)stage];

    /// <param name="sums">The places of the item.</param>
    public void Add(CampaignStage stage, CellSums sums)
    {
        _counts[(int)stage]++;
        Items++;
        _places += sums.Expected;
        _placesDone += sums.Done;
        _placesFailed += sums.Failed;
    }

    /// <summary>Those of several languages, or of a commune and its parts, together.</summary>
    public static StageCounts Sum(IEnumerable<StageCounts> parts)
    {
        var all = new StageCounts();
        foreach (var part in parts)
        {
            for (var stage = 0; stage < all._counts.Length; stage++)
            {
                all._counts[stage] += part._counts[stage];
            }

            all.Items += part.Items;
            all._places += part._places;
            all._placesDone += part._placesDone;
            all._placesFailed += part._placesFailed;
        }

        return all;
    }

    /// <summary>
    /// How the whole is: the gravest stage that holds a tenth of the items, so that one failed item of 450 does not make a commune look as
    /// if nothing came there; where only less than that remains, nearly done. An item is failed where one of its places is, so that
    /// failures lead only where a tenth of the places failed too, or nothing else says how the rest is.
    /// </summary>
    public CampaignStage Leading
    {
        get
        {
            for (var stage = IsFailureSmall ? CampaignStage.Failed - 1 : CampaignStage.Failed; stage > CampaignStage.Nearly; stage--)
            {
                if (Holds(stage))
                {
                    return stage;
                }
            }

            return this[CampaignStage.Done] == Items ? CampaignStage.Done
                : Holds(CampaignStage.Failed) && (_places - _placesDone) * Share >= _places ? CampaignStage.Failed
                : CampaignStage.Nearly;
        }
    }

    private bool IsFailureSmall => _placesFailed * Share < _places;

    private bool Holds(CampaignStage stage) => this[stage] > 0 && this[stage] * Share >= Items;
}
