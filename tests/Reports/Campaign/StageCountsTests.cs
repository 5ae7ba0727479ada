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
                Add(stages, Enum.Parse<CampaignStage>(part[0]));
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
        added.ForEach(stage => Add(stages, stage));

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

    [Theory]
    [InlineData(CampaignStage.Nearly, 12, 11, 1, 0)]
    [InlineData(CampaignStage.Failed, 12, 10, 2, 0)]
    [InlineData(CampaignStage.Failed, 12, 5, 1, 0)]
    [InlineData(CampaignStage.Confirmation, 12, 5, 1, 1)]
    internal void One_failed_post_of_many_places_does_not_lead(CampaignStage expected, int places, int done, int failed, int confirmed)
    {
        var stages = new StageCounts();
        stages.Add(CampaignStage.Failed, new(places, done, done, failed, places - done, null));
        for (var item = 0; item < confirmed; item++)
        {
            Add(stages, CampaignStage.Confirmation);
        }

        Assert.Equal(expected, stages.Leading);
    }

    [Fact]
    public void A_commune_is_as_all_its_languages_are_together()
    {
        var (vietnamese, mong) = (new StageCounts(), new StageCounts());
        for (var item = 0; item < 40; item++)
        {
            Add(vietnamese, CampaignStage.Done);
        }

        Add(mong, CampaignStage.Failed);
        var both = StageCounts.Sum([vietnamese, mong]);

        Assert.Equal((CampaignStage.Failed, CampaignStage.Nearly), (mong.Leading, both.Leading));
        Assert.Equal((41, 40, 1), (both.Items, both[CampaignStage.Done], both[CampaignStage.Failed]));
    }

    /// <summary>An item with one place.</summary>
    private static void Add(StageCounts stages, CampaignStage stage)
    {
        var (done, failed) = (stage is CampaignStage.Done ? 1 : 0, stage is CampaignStage.Failed ? 1 : 0);
        stages.Add(stage, new(Expected: 1, done, done, failed, Waiting: 1 - done, FirstMinutes: null));
    }
}
