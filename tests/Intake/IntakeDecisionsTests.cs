using Dissemination.Content;
using Dissemination.Intake;

namespace Dissemination.Tests.Intake;

public sealed class IntakeDecisionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 3, 0, 0, TimeSpan.Zero);
    private static readonly ItemContent Content = ContentText.ArticleContent();

    [Fact]
    public void New_content_is_the_first_revision()
    {
        var made = Assert.IsType<IntakeDecision.NewRevision>(IntakeDecisions.Decide(null, Content, From(1), Now));
        Assert.Equal((1, ItemState.Approved, "Trồng mắc ca"), (made.Item.Revision, made.Item.State, made.Item.Headline));
        Assert.Equal(made.Item.ContentHash, made.Revision.ContentHash);
    }

    [Fact]
    public void The_same_content_changes_nothing() =>
        Assert.IsType<IntakeDecision.Unchanged>(IntakeDecisions.Decide(Accepted(), Content, From(2), Now));

    [Fact]
    public void Changed_content_is_the_next_revision()
    {
        var made = Assert.IsType<IntakeDecision.NewRevision>(
            IntakeDecisions.Decide(Accepted(), Content with { Issuer = "Khác", Approval = null }, From(2), Now));
        Assert.Equal((2, ItemState.WaitingForApproval), (made.Item.Revision, made.Item.State));
    }

    [Fact]
    public void What_came_earlier_does_not_undo_what_came_later() =>
        Assert.IsType<IntakeDecision.Unchanged>(
            IntakeDecisions.Decide(Accepted(hour: 5), Content with { Issuer = "Khác" }, From(4), Now));

    [Fact]
    public void Another_file_cannot_take_an_item_over()
    {
        var decision = IntakeDecisions.Decide(Accepted(), Content, From(2) with { File = "items/khac.csv" }, Now);
        Assert.Equal("items/trong-mac-ca.md", Assert.IsType<IntakeDecision.OwnedElsewhere>(decision).File);
    }

    [Fact]
    public void An_approval_that_comes_later_in_the_file_approves_the_revision_and_makes_no_new_one()
    {
        var waiting = Accepted() with { Approval = null };
        Assert.Equal(
            (1, Content.Approval),
            Assert.IsType<IntakeDecision.Approved>(IntakeDecisions.Decide(waiting, Content, From(2), Now)) is var approved
                ? (approved.Item.Revision, approved.Item.Approval)
                : default);
    }

    [Fact]
    public void A_withdrawn_item_stays_withdrawn_until_its_content_changes()
    {
        var withdrawn = Accepted() with { Withdrawal = new(new("can-bo"), Now, "Sai số liệu") };
        Assert.IsType<IntakeDecision.Unchanged>(IntakeDecisions.Decide(withdrawn, Content, From(2), Now));
        var made = Assert.IsType<IntakeDecision.NewRevision>(
            IntakeDecisions.Decide(withdrawn, Content with { Issuer = "Khác", Approval = null }, From(2), Now));
        Assert.Equal((2, ItemState.WaitingForApproval), (made.Item.Revision, made.Item.State));
    }

    [Fact]
    public void The_hash_knows_the_content_and_not_the_order_of_lists_nor_the_approval()
    {
        var content = Content with { Communes = [new("bung-lao"), new("muong-thanh")] };
        Assert.Equal(
            ContentHash.Of(content), ContentHash.Of(content with { Communes = [new("muong-thanh"), new("bung-lao")], Approval = null }));
        Assert.NotEqual(ContentHash.Of(content), ContentHash.Of(content with { Sample = false }));
    }

    [Fact]
    public void The_hash_is_the_same_today_as_it_was() =>
        Assert.Equal("3123ef259e35741793b230c5be1f65fe37a27e4b60fec320fa55ffc927b1e470", ContentHash.Of(Content));

    private static Item Accepted(int hour = 1) =>
        ((IntakeDecision.NewRevision)IntakeDecisions.Decide(null, Content, From(hour), Now)).Item;

    private static HandInSource From(int hour) =>
        new("items/trong-mac-ca.md", null, HandInId.Of(
            "content", "items/trong-mac-ca.md", new(2026, 11, 18, hour, 0, 0, TimeSpan.Zero), "\"1\""), null);
}
