using Dissemination.Directory;
using Dissemination.Intake.Drafts;

namespace Dissemination.Tests.Intake.Drafts;

public sealed class DraftChangesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 3, 0, 0, TimeSpan.Zero);

    private static readonly PersonId One = new("mot");

    private static readonly DraftItem Before = new() { Title = "Một", Body = "Bàn." };

    [Fact]
    public void What_a_sitting_changed_is_one_line_of_the_record()
    {
        var first = DraftChanges.After([], (Before, Before with { Title = "Hai" }), One, Now);
        var second = DraftChanges.After(first, (Before, Before with { Body = "Bàn kỹ." }), One, Now.AddMinutes(20));
        var change = Assert.Single(second);
        Assert.Equal((One, Now, Now.AddMinutes(20)), (change.By, change.From, change.Until));
        Assert.Equal(["title", "body"], change.Fields);
    }

    [Fact]
    public void Another_person_and_another_sitting_have_lines_of_their_own_newest_first()
    {
        var record = DraftChanges.After([], (Before, Before with { Title = "Hai" }), One, Now);
        record = DraftChanges.After(record, (Before, Before with { Title = "Ba" }), new("hai"), Now.AddMinutes(1));
        record = DraftChanges.After(record, (Before, Before with { Summary = "Tóm" }), new("hai"), Now.AddHours(2));
        Assert.Equal(["hai", "hai", "mot"], record.Select(change => change.By.Value));
        Assert.Equal(["summary"], record[0].Fields);
    }

    [Fact]
    public void Of_a_sheet_the_columns_that_were_written_in_are_told_and_that_rows_went()
    {
        var sheet = new DraftSheet([new("Nội dung", "text"), new("Xã", "communes"), new("Ghi chú", "")], [["Một", "", "a"], ["Hai", "", "b"]]);

        Assert.Empty(DraftChanges.After([], (sheet, sheet with { }), One, Now));
        Assert.Equal(["communes"], Fields(sheet with { Rows = [["Một", "", "a"], ["Hai", "Búng Lao", "b"]] }));
        Assert.Equal(["rows"], Fields(sheet with { Rows = [["Hai", "", "b"]] }));
        Assert.Equal(["rows", "text"], Fields(sheet with { Rows = [["Ba", "", "b"]] }));
        Assert.Equal(
            ["columns", "issuer", "resolution"],
            Fields(sheet with { Columns = sheet.Columns.SetItem(1, new("Xã", "")), Issuer = "Ban (mẫu)", Resolution = "nq" }));

        IEnumerable<string> Fields(DraftSheet now) => Assert.Single(DraftChanges.After([], (sheet, now), One, Now)).Fields;
    }

    [Fact]
    public void A_save_that_changes_nothing_leaves_no_line_and_the_record_does_not_grow_for_ever()
    {
        Assert.Empty(DraftChanges.After([], (Before, Before with { }), One, Now));
        var record = Enumerable.Range(1, 50).Aggregate(
            System.Collections.Immutable.ImmutableArray<DraftChange>.Empty,
            (all, hour) => DraftChanges.After(all, (Before, Before with { Title = $"{hour}" }), One, Now.AddHours(hour)));
        Assert.Equal((30, Now.AddHours(50)), (record.Length, record[0].From));
    }
}
