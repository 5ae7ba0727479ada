using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>How many items are in each stage.</summary>
internal sealed class StageCounts
{
    /// <summary>A stage that holds so much of all items tells how the whole is.</summary>
    private const int Share = 10;

    private readonly int[] _counts = new int[(int)CampaignStage.Failed + 1];

    public int Items { get; private set; }

    public int this[CampaignStage stage] => _counts[(int)stage];

    public void Add(CampaignStage stage)
    {
        _counts[(int)stage]++;
        Items++;
    }

    /// <summary>
    /// How the whole is: the gravest stage that holds a tenth of the items, so that one failed item of 450 does not make a commune look as
    /// if nothing came there; where only less than that remains, nearly done.
    /// </summary>
    public CampaignStage Leading
    {
        get
        {
            for (var stage = CampaignStage.Failed; stage > CampaignStage.Nearly; stage--)
            {
                if (this[stage] > 0 && this[stage] * Share >= Items)
                {
                    return stage;
                }
            }

            return this[CampaignStage.Done] == Items ? CampaignStage.Done : CampaignStage.Nearly;
        }
    }
}
