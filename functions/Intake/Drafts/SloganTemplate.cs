using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dissemination.Intake.Drafts;

/// <summary>A workbook to write slogans and quotes in: the heads that are known, and a row that shows how. Made anew each time.</summary>
internal static class SloganTemplate
{
    public const string FileName = "khau-hieu.xlsx";

    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Make(params ReadOnlySpan<string[]> rows)
    {
        using var file = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var part = workbook.AddWorkbookPart();
            var data = new S.SheetData();
            foreach (var row in rows)
            {
                data.Append(new S.Row(row.Select(Cell)));
            }

            var sheet = part.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new S.Worksheet(new S.Columns(new S.Column { Min = 1, Max = 1, Width = 60, CustomWidth = true }), data);
            part.Workbook = new S.Workbook(new S.Sheets(new S.Sheet { Id = part.GetIdOfPart(sheet), SheetId = 1, Name = "1" }));
        }

        return file.ToArray();
    }

    private static S.Cell Cell(string text) =>
        new(new S.InlineString(new S.Text(text))) { DataType = S.CellValues.InlineString };
}
