using Dissemination.Intake.Drafts;
using Dissemination.Web.Pages.Staff;
using Microsoft.AspNetCore.Http;

namespace Dissemination.Tests.Web.Pages.Staff;

public sealed class DraftSheetFormTests
{
    [Fact]
    public void Rows_that_are_ticked_to_go_keep_their_numbers_in_the_form_until_they_are_saved()
    {
        var stored = new DraftSheet([new("Nội dung", "text")], [["Một"], ["Hai"], ["Ba"]]);

        var typed = DraftSheetForm.Of(new FormCollection(new() { ["cell.0.0"] = "Một.", ["cell.2.0"] = "Ba.", ["remove.1"] = "true" }), stored);

        Assert.Equal(["Một.", "Hai", "Ba."], typed.Sheet.Rows.Select(row => row[0]));
        Assert.Equal([1], typed.Removed);
        Assert.Equal(["Một.", "Ba."], typed.Kept.Rows.Select(row => row[0]));
    }

    [Fact]
    public void What_was_typed_can_be_copied_into_a_sheet_row_by_row_without_the_rows_that_were_taken_out()
    {
        var form = new FormCollection(new()
        {
            ["rows"] = "11",
            ["cell.10.0"] = "cuối",
            ["cell.0.10"] = "cột sau",
            ["cell.0.2"] = "hai\r\ndòng và\ttab",
            ["cell.1.0"] = "bỏ",
            ["remove.1"] = "true",
            ["cell.x.0"] = "không là ô",
            ["issuer"] = "Ban (mẫu)",
        });

        Assert.Equal("hai dòng và tab\tcột sau\ncuối", DraftSheetForm.TextOf(form));
    }
}
