using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;

namespace Dissemination.Tests.Publishing;

/// <summary>What people may decide on the calendar.</summary>
public sealed class OccasionDecisionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    private static readonly LanguageTag Thai = new("blt-Tavt");
    private static readonly ImmutableArray<LanguageTag> Both = [LanguageTag.Vietnamese, Thai];
    private static readonly Person Staff = new(new("can-bo"), "Cán bộ", [Role.Staff], null, []);
    private static readonly Person Communicator = new(new("xa"), "Xã", [Role.Communicator], new CommuneId("bung-lao"), []);

    private static Item Planned { get; } = new()
    {
        Id = new("hen-gio"),
        Revision = 1,
        ContentHash = "x",
        SourceFile = "x.md",
        HandIn = default,
        Kind = ItemKind.Article,
        Headline = "Hẹn giờ",
        Sample = false,
        AcceptedAt = Now,
        PublishAt = Now.AddDays(2),
        ExpiresAt = Now.AddDays(10),
        Approval = new(new("lanh-dao"), "x", new(2026, 11, 1)),
    };

    [Fact]
    public void One_language_is_moved_and_the_other_keeps_its_time()
    {
        var moved = Decided(new OccasionAct.Move([Thai], Now.AddDays(3)));

        Assert.Equal((Now.AddDays(3), Now.AddDays(2)), (moved.WantedAt(Thai), moved.WantedAt(LanguageTag.Vietnamese)));
        Assert.Equal((Now.AddDays(3), Now.AddDays(4)), (moved.DueAt(Thai, Now), moved.DueAt(Thai, Now.AddDays(4))));
        Assert.Equal(
            [LocalTime.DayOf(Now.AddDays(2)), LocalTime.DayOf(Now.AddDays(3))], ItemDays.DaysOf(moved));
    }

    [Fact]
    public void What_is_kept_back_or_cancelled_does_not_go_out_and_goes_out_once_it_is_let()
    {
        var version = Planned.Original;
        foreach (var act in (OccasionAct[])[new OccasionAct.Hold(Both), new OccasionAct.Cancel(Both)])
        {
            var waits = Decided(act);
            Assert.IsType<Clearance.Hold>(Clearance.Of(waits, version, null, Now));

            var again = OccasionDecisions.Decide(waits, new OccasionAct.Resume(Both), (Staff, Now), Both, []).Value!;
            Assert.IsType<Clearance.Clear>(Clearance.Of(again, version, null, Now));
        }
    }

    [Fact]
    public void An_act_is_done_once_all_its_languages_stand_so()
    {
        OccasionAct[] acts =
        [
            new OccasionAct.Move(Both, Now.AddDays(3)), new OccasionAct.Hold(Both), new OccasionAct.Cancel(Both),
        ];
        foreach (var act in acts)
        {
            Assert.False(OccasionDecisions.IsDone(Planned, act));
            Assert.False(OccasionDecisions.IsDone(Decided(act with { Languages = [Thai] }), act));
            Assert.True(OccasionDecisions.IsDone(Decided(act), act));
        }

        var held = Decided(new OccasionAct.Hold(Both));
        var resume = new OccasionAct.Resume(Both);
        Assert.False(OccasionDecisions.IsDone(held, resume));
        Assert.True(OccasionDecisions.IsDone(OccasionDecisions.Decide(held, resume, (Staff, Now), Both, []).Value!, resume));
    }

    [Fact]
    public void What_is_out_already_says_so_and_nothing_of_the_act_is_done()
    {
        var refused = OccasionDecisions.Decide(Planned, new OccasionAct.Hold(Both), (Staff, Now), Both, [Thai]);

        Assert.Equal(nameof(ProblemTexts.OccasionIsOut), Assert.Single(refused.Problems).Code);
    }

    [Theory]
    [InlineData(0, nameof(ProblemTexts.OccasionInThePast))]
    [InlineData(10, nameof(ProblemTexts.OccasionAfterExpiry))]
    [InlineData(2, nameof(ProblemTexts.OccasionStandsSo))]
    public void A_time_that_cannot_be_is_refused(int days, string code) =>
        Assert.Equal(code, Assert.Single(ProblemsOf(Planned, new OccasionAct.Move(Both, Now.AddDays(days)), Staff)).Code);

    [Fact]
    public void Who_is_not_of_the_province_and_what_cannot_go_out_are_refused()
    {
        var act = new OccasionAct.Move(Both, Now.AddDays(3));

        Assert.Equal(nameof(ProblemTexts.MayNotSchedule), Assert.Single(ProblemsOf(Planned, act, Communicator)).Code);
        Assert.Equal(
            nameof(ProblemTexts.OccasionNoTime),
            Assert.Single(ProblemsOf(Planned, new OccasionAct.Move(Both, At: null), Staff)).Code);
        Assert.Equal(
            nameof(ProblemTexts.OccasionNoneChosen), Assert.Single(ProblemsOf(Planned, new OccasionAct.Hold([]), Staff)).Code);
        Assert.Equal(
            nameof(ProblemTexts.ItemIsWithdrawn),
            Assert.Single(ProblemsOf(Planned with { Withdrawal = new(new("lanh-dao"), Now, "sai") }, act, Staff)).Code);
        Assert.Equal(
            nameof(ProblemTexts.OccasionIsCancelled),
            Assert.Single(ProblemsOf(Decided(new OccasionAct.Cancel(Both)), act, Staff)).Code);
    }

    private static Item Decided(OccasionAct act) => OccasionDecisions.Decide(Planned, act, (Staff, Now), Both, []).Value!;

    private static ImmutableArray<Problem> ProblemsOf(Item item, OccasionAct act, Person by) =>
        OccasionDecisions.Decide(item, act, (by, Now), Both, []).Problems;
}
