using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Tests.Content;

public sealed class ItemReturnTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    private static readonly Item Waiting = new()
    {
        Id = new("bai"),
        Revision = 1,
        ContentHash = "",
        SourceFile = "items/bai.md",
        HandIn = default,
        Kind = ItemKind.Article,
        Headline = "Bài",
        Sample = false,
        AcceptedAt = Now,
    };

    [Fact]
    public void An_approver_gives_an_item_back_with_a_reason()
    {
        var returned = ItemDecisions.Return(Waiting, By(Role.Approver), " Sai số ", Now);
        Assert.Equal(new ItemReturn(new("ai-do"), Now, "Sai số"), returned.Value!.Returned);
        Assert.Equal(ItemState.Returned, returned.Value.State);
    }

    [Theory]
    [InlineData(nameof(Role.Staff), "Sai số", nameof(ProblemTexts.NotAnApprover))]
    [InlineData(nameof(Role.Approver), "  ", nameof(ProblemTexts.RequiredKeyMissing))]
    public void Nobody_else_does_and_never_without_a_reason(string role, string reason, string code) =>
        Assert.Equal(code, Assert.Single(ItemDecisions.Return(Waiting, By(Enum.Parse<Role>(role)), reason, Now).Problems).Code);

    [Fact]
    public void What_was_decided_already_is_not_given_back()
    {
        var approved = Waiting with { Approval = new(new("ai-do"), "MẪU", new(2026, 11, 29)) };
        var refused = ItemDecisions.Return(approved, By(Role.Approver), "Sai", Now);
        Assert.Equal(nameof(ProblemTexts.ItemNotWaiting), Assert.Single(refused.Problems).Code);
    }

    private static Person By(Role role) => new(new("ai-do"), "Ai đó", [role], null, []);
}
