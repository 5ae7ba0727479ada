using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Directory.Changes;

public sealed class DirectoryDutiesTests
{
    private static readonly DirectorySnapshot Current = DirectoryText.Snapshot();

    private static readonly DirectorySnapshot MorePowers = With(DirectoryText.People + "\nmoi,Người mới,approver,,\n");

    private static readonly DirectorySnapshot OtherName = With(
        DirectoryText.People.Replace("Cán bộ xã", "Cán bộ văn hoá xã", StringComparison.Ordinal));

    [Fact]
    public void Staff_change_what_is_no_power_alone() =>
        Assert.True(Confirm(OtherName, proposedBy: null, "can-bo").Value!.IsTaken);

    [Fact]
    public void What_changes_powers_is_proposed_by_one_and_taken_by_another()
    {
        Assert.False(Confirm(MorePowers, proposedBy: null, "can-bo").Value!.IsTaken);
        Assert.Equal(nameof(ProblemTexts.DirectorySecondPerson), Confirm(MorePowers, "can-bo", "can-bo").Problem!.Code);
        Assert.True(Confirm(MorePowers, "can-bo", "lanh-dao-ban").Value!.IsTaken);
    }

    [Fact]
    public void An_approver_proposes_nothing_and_others_have_no_say()
    {
        Assert.Equal(nameof(ProblemTexts.DirectoryNotYours), Confirm(MorePowers, proposedBy: null, "lanh-dao-ban").Problem!.Code);
        Assert.Equal(nameof(ProblemTexts.DirectoryNotYours), Confirm(OtherName, proposedBy: null, "bung-lao-1").Problem!.Code);
        Assert.Equal(nameof(ProblemTexts.DirectoryNotYours), DirectoryDuties.WhyNotDecline(Person("bung-lao-1"))!.Code);
    }

    [Fact]
    public void Where_nobody_could_be_the_second_person_one_is_enough()
    {
        var alone = With(DirectoryText.PeopleHeader + "\ncan-bo,Cán bộ,staff,,\n");

        Assert.False(DirectoryDuties.NeedsSecond(alone, DirectoryDifference.Between(alone, Current)));
    }

    [Theory]
    [InlineData("can-bo,Cán bộ,staff,,", nameof(ProblemTexts.DirectoryWithoutStaff), "Cán bộ")]
    [InlineData("lanh-dao-ban,Lãnh đạo Ban,approver;leader,,", nameof(ProblemTexts.DirectoryWithoutApprover), "Lãnh đạo Ban")]
    public void What_leaves_nobody_of_the_staff_or_no_approver_is_refused_by_name(string row, string code, string name)
    {
        var problem = Assert.Single(
            DirectoryDuties.Refusals(Current, With(DirectoryText.People.Replace(row, "", StringComparison.Ordinal))));

        Assert.Equal((code, name), (problem.Code, problem.Arguments[0]));
    }

    [Fact]
    public void What_is_dropped_by_nobody_knows_whom_may_add_places_and_nothing_else()
    {
        var added = DirectoryText.Read(DirectoryText.Communes + "\nna-bung,Nà Bủng,commune,,automatic\n").AssertValid();

        Assert.True(IsTakenUnseen(added, isHandedIn: false));
        Assert.False(IsTakenUnseen(added, isHandedIn: true));
        Assert.False(IsTakenUnseen(MorePowers, isHandedIn: false));
        Assert.False(IsTakenUnseen(OtherName, isHandedIn: false));
        Assert.True(DirectoryDuties.IsTakenUnseen(
            DirectorySnapshot.Empty, DirectoryDifference.Between(DirectorySnapshot.Empty, Current), isHandedIn: false));
    }

    private static bool IsTakenUnseen(DirectorySnapshot wanted, bool isHandedIn) =>
        DirectoryDuties.IsTakenUnseen(Current, DirectoryDifference.Between(Current, wanted), isHandedIn);

    private static Result<DirectoryStep> Confirm(DirectorySnapshot wanted, string? proposedBy, string by) =>
        DirectoryDuties.Confirm(
            Current,
            DirectoryDifference.Between(Current, wanted),
            proposedBy is null ? null : new PersonId(proposedBy),
            Person(by));

    private static Person Person(string id) => Current.Find(new PersonId(id))!;

    private static DirectorySnapshot With(string people) => DirectoryText.Read(people: people).AssertValid();
}
