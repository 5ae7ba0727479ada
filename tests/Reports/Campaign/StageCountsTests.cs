using System.Globalization;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Campaign;
using FsCheck.Xunit;

namespace Dissemination.Tests.Reports.Campaign;

public sealed class StageCountsTests
{
    [Theory]
    [InlineData("Done", CampaignStage.Done)]
    [InlineData("Failed", CampaignStage.Failed)]
    [InlineData("Done*449 Failed", CampaignStage.Nearly)]
    [InlineData("Done*405 Failed*45", CampaignStage.Failed)]
    [InlineData("Done*420 Failed*10 Confirmation*20", CampaignStage.Nearly)]
    [InlineData("Done*380 Failed*10 Confirmation*60", CampaignStage.Confirmation)]
    [InlineData("Translation*300 Done*100 Failed*50", CampaignStage.Failed)]
    [InlineData("Stopped*2 Done*2", CampaignStage.Stopped)]
    internal void A_stage_leads_that_holds_a_tenth_of_the_items_and_one_failure_of_many_does_not(string counts, CampaignStage expected)
    {
        var stages = new StageCounts();
        foreach (var part in counts.Split(' ').Select(part => part.Split('*')))
        {
            var times = part.Length > 1 ? int.Parse(part[1], CultureInfo.InvariantCulture) : 1;
            for (var time = 0; time < times; time++)
            {
                stages.Add(Enum.Parse<CampaignStage>(part[0]));
            }
        }

        Assert.Equal(expected, stages.Leading);
    }

    [Property]
    public void Only_what_is_wholly_done_is_called_done_and_a_single_item_is_in_its_own_stage(byte[] items)
    {
        var stages = new StageCounts();
        var added = items.Select(item => (CampaignStage)(item % ((int)CampaignStage.Failed + 1)))
            .Where(stage => stage is not CampaignStage.Nearly)
            .ToList();
        added.ForEach(stages.Add);

        Assert.Equal(added.Count, stages.Items);
        if (added.Count > 0)
        {
            Assert.Equal(added.TrueForAll(stage => stage is CampaignStage.Done), stages.Leading is CampaignStage.Done);
        }

        if (added is [var only])
        {
            Assert.Equal(only, stages.Leading);
        }
    }
}
