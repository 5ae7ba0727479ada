using Dissemination.Content;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Items;

namespace Dissemination.Tests.Reports.Items;

public sealed class ListedItemTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_given_back_waits_for_staff_since_then_and_no_more_for_an_approver()
    {
        var item = new Item
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
            Returned = new(new("lanh-dao-ban"), At, "Sai số liệu"),
        };

        Assert.Equal([new Wait(CampaignStage.Approval, WaitsOn.Staff, At)], new ListedItem(item, Summary: null).Waits);
        Assert.Equal(
            [new Wait(CampaignStage.Approval, WaitsOn.Approver, At.AddDays(-1))],
            new ListedItem(item with { Returned = null }, Summary: null).Waits);
    }
}
