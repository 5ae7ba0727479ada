using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Items;

namespace Dissemination.Tests.Reports.Items;

public sealed class ListedItemTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private static readonly Item Item = new()
    {
        Id = new("tra-lai"),
        Revision = 1,
        ContentHash = "",
        SourceFile = "",
        HandIn = new("x"),
        Kind = ItemKind.Article,
        Headline = "Trả lại",
        Sample = true,
        AcceptedAt = At.AddDays(-1),
    };

    [Fact]
    public void What_was_given_back_waits_for_staff_since_then_and_no_more_for_an_approver()
    {
        var item = Item with { Returned = new(new("lanh-dao-ban"), At, "Sai số liệu") };

        Assert.Equal([new Wait(CampaignStage.Approval, WaitsOn.Staff, At)], new ListedItem(item, Summary: null).Waits);
        Assert.Equal(
            [new Wait(CampaignStage.Approval, WaitsOn.Approver, At.AddDays(-1))],
            new ListedItem(item with { Returned = null }, Summary: null).Waits);
    }

    [Fact]
    public void Of_each_on_whom_it_waits_the_gravest_is_told_and_the_gravest_of_all_first()
    {
        Wait translation = new(CampaignStage.Translation, WaitsOn.Translators, At);
        Wait late = new(CampaignStage.Confirmation, WaitsOn.Commune, At.AddHours(-2));
        Wait failed = new(CampaignStage.Failed, WaitsOn.Staff, At);
        ItemSummary summary = new(
            Item.Id,
            Item.Headline,
            Item.Kind,
            Revision: 1,
            At,
            At,
            [],
            [
                new(
                    new("vi"),
                    [
                        Cell("bung-lao", new(CampaignStage.Confirmation, WaitsOn.Commune, At)), Cell("na-tau", late),
                        Cell("sin-thau", new(CampaignStage.Later, WaitsOn.Staff, At)), Cell("muong-nhe", failed),
                    ]),
                new(new("blt-Tavt"), [Cell("bung-lao", wait: null), Cell("na-tau", wait: null)], translation),
            ],
            new(0, 0, 0, 0),
            At);
        ListedItem listed = new(Item with { Approval = new(null, "MẪU-01", new(2026, 11, 1)) }, summary);

        Assert.Equal([failed, translation, late], listed.Waits);
        Assert.Equal((12, 6, 0), (listed.Expected, listed.Done, listed.Failed));
    }

    /// <summary>Two places, of which one is done.</summary>
    private static CellSummary Cell(string commune, Wait? wait) =>
        new(new(commune), [new(ChannelKind.Facebook, 2, 1, 0, 0, 1, 0, null, null, null)]) { Wait = wait };
}
