using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;

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
            IntakeDecisions.Decide(Accepted(), Content with { Issuer = "Khác", Claim = null }, From(2), Now));
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
        var approved = Assert.IsType<IntakeDecision.Approved>(IntakeDecisions.Decide(waiting, Content, From(2), Now)).Item;
        Assert.Equal((1, new Approval(null, "MẪU-01", new(2026, 11, 18))), (approved.Revision, approved.Approval));
    }

    [Fact]
    public void What_a_file_says_of_its_approval_is_a_claim_where_whoever_handed_it_in_may_not_approve()
    {
        var made = Assert.IsType<IntakeDecision.NewRevision>(IntakeDecisions.Decide(null, Content, FromStaff(1), Now));
        Assert.Equal(
            (ItemState.WaitingForApproval, Content.Claim, new PersonId("can-bo")),
            (made.Item.State, made.Item.Claim, made.Item.HandedInBy!.Value));
        Assert.Equal(
            nameof(ProblemTexts.ApprovalWaits),
            IntakeDecisions.Warn(made, Read(Content), made.Item.HandIn)?.Code);
    }

    [Fact]
    public void An_approval_names_who_gave_it_and_not_who_the_file_says_did()
    {
        var source = From(1) with { By = new("lanh-dao-hai"), Right = new(new PersonId("lanh-dao-hai")) };
        var made = Assert.IsType<IntakeDecision.NewRevision>(IntakeDecisions.Decide(null, Content, source, Now));
        Assert.Equal(new Approval(new PersonId("lanh-dao-hai"), "MẪU-01", new(2026, 11, 18)), made.Item.Approval);
        Assert.Equal("container:approved", Accepted().Approval!.Who);
    }

    [Fact]
    public void A_claim_that_comes_later_is_noted_and_approves_nothing()
    {
        var waiting = Accepted() with { Approval = null };
        var claimed = Assert.IsType<IntakeDecision.Claimed>(IntakeDecisions.Decide(waiting, Content, FromStaff(2), Now)).Item;
        Assert.Equal((1, ItemState.WaitingForApproval, Content.Claim), (claimed.Revision, claimed.State, claimed.Claim));
        Assert.IsType<IntakeDecision.Unchanged>(IntakeDecisions.Decide(claimed, Content, FromStaff(3), Now));
    }

    [Fact]
    public void A_document_of_tomorrow_approves_nothing_today() =>
        Assert.Equal(
            ItemState.WaitingForApproval,
            Assert.IsType<IntakeDecision.NewRevision>(IntakeDecisions.Decide(
                null, Content with { Claim = Content.Claim! with { Date = new(2026, 11, 19) } }, From(1), Now)).Item.State);

    [Fact]
    public void A_changed_text_needs_its_approval_anew_and_its_author_is_told()
    {
        var made = Assert.IsType<IntakeDecision.NewRevision>(
            IntakeDecisions.Decide(Accepted(), Content with { Issuer = "Khác" }, FromStaff(2), Now));
        Assert.Equal(
            (2, ItemState.WaitingForApproval, 1), (made.Item.Revision, made.Item.State, made.Item.ApprovedBefore!.Revision));
        Assert.Equal(Accepted().Approval, made.Item.ApprovalOf(1));
        Assert.Null(made.Item.ApprovalOf(2));
        Assert.Equal(
            nameof(ProblemTexts.ApprovalNeededAnew),
            IntakeDecisions.Warn(made, Read(Content), made.Item.HandIn)?.Code);
    }

    [Fact]
    public void A_file_that_comes_again_without_its_approval_takes_none_back_and_its_author_is_told()
    {
        var decision = IntakeDecisions.Decide(Accepted(), Content with { Claim = null }, FromStaff(2), Now);
        Assert.Equal(ItemState.Approved, Assert.IsType<IntakeDecision.Unchanged>(decision).Current.State);
        Assert.Equal(
            nameof(ProblemTexts.StaysApproved),
            IntakeDecisions.Warn(
                decision, Read(Content with { Claim = null }), FromStaff(2).HandIn)?.Code);
    }

    [Fact]
    public void What_was_withdrawn_does_not_go_out_by_itself_whoever_hands_it_in_again()
    {
        var withdrawn = Accepted() with { Withdrawal = new(new("can-bo"), Now, "Sai số liệu") };
        var made = Assert.IsType<IntakeDecision.NewRevision>(
            IntakeDecisions.Decide(withdrawn, Content with { Issuer = "Khác" }, From(2), Now));
        Assert.Equal((ItemState.WaitingForApproval, Content.Claim), (made.Item.State, made.Item.Claim));
    }

    [Fact]
    public void A_withdrawn_item_stays_withdrawn_until_its_content_changes()
    {
        var withdrawn = Accepted() with { Withdrawal = new(new("can-bo"), Now, "Sai số liệu") };
        Assert.IsType<IntakeDecision.Unchanged>(IntakeDecisions.Decide(withdrawn, Content, From(2), Now));
        var made = Assert.IsType<IntakeDecision.NewRevision>(
            IntakeDecisions.Decide(withdrawn, Content with { Issuer = "Khác", Claim = null }, From(2), Now));
        Assert.Equal((2, ItemState.WaitingForApproval), (made.Item.Revision, made.Item.State));
    }

    [Fact]
    public void The_hash_knows_the_content_and_not_the_order_of_lists_nor_the_approval()
    {
        var content = Content with { Communes = [new("bung-lao"), new("muong-thanh")] };
        Assert.Equal(
            ContentHash.Of(content), ContentHash.Of(content with { Communes = [new("muong-thanh"), new("bung-lao")], Claim = null }));
        Assert.NotEqual(ContentHash.Of(content), ContentHash.Of(content with { Sample = false }));
    }

    [Fact]
    public void The_hash_is_the_same_today_as_it_was() =>
        Assert.Equal("3123ef259e35741793b230c5be1f65fe37a27e4b60fec320fa55ffc927b1e470", ContentHash.Of(Content));

    private static ReadItem Read(ItemContent content) => new(content, new("items/trong-mac-ca.md"), new("items/trong-mac-ca.md"), []);

    private static Item Accepted(int hour = 1) =>
        ((IntakeDecision.NewRevision)IntakeDecisions.Decide(null, Content, From(hour), Now)).Item;

    private static HandInSource From(int hour) => new("items/trong-mac-ca.md", Line: null, HandInAt(hour), By: null)
    {
        Right = new(Approver: null),
    };

    private static HandInId HandInAt(int hour) =>
        HandInId.Of("content", "items/trong-mac-ca.md", new(2026, 11, 18, hour, 0, 0, TimeSpan.Zero), "\"1\"");

    private static HandInSource FromStaff(int hour) => From(hour) with { By = new("can-bo"), Right = null };
}
