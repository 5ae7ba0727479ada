using Dissemination.Web.Pages.Staff;
using Microsoft.AspNetCore.Http;

namespace Dissemination.Tests.Web.Pages.Staff;

public sealed class DraftSheetFormTests
{
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
