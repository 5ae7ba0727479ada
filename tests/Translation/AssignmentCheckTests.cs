using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Tests.Directory;
using Dissemination.Translation;

namespace Dissemination.Tests.Translation;

public sealed class AssignmentCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 3, 0, 0, TimeSpan.Zero);

    public static TheoryData<DateTimeOffset, bool> Dues => new()
    {
        { Now.AddMinutes(1), true },
        { Now.AddYears(1), true },
        { Now, false },
        { Now.AddDays(-1), false },
        { DateTimeOffset.MinValue, false },
        { DateTimeOffset.MaxValue, false },
    };

    [Theory]
    [MemberData(nameof(Dues))]
    public void A_translation_is_asked_for_by_a_day_that_is_still_to_come(DateTimeOffset due, bool isTaken)
    {
        var item = new ItemContent
        {
            Id = new("bai"),
            Kind = ItemKind.Article,
            Text = new("Giữ rừng", null, "Giữ rừng"),
            Issuer = "Ban (mẫu)",
        };

        var problem = AssignmentCheck.Check(
            new(new("bung-lao"), null, due, new("can-bo")),
            new VersionId(item.Id, 1, new("blt-Tavt")),
            item,
            DirectoryText.Snapshot(),
            Now);

        Assert.Equal(isTaken ? null : nameof(ProblemTexts.DueImpossible), problem?.Code);
    }
}
