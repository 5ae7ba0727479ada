using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dissemination.Problems;

/// <summary>
/// Writes one sheet: its heads stay where they are when one scrolls, and it is printed on A4 across, as wide as a page, with page numbers.
/// </summary>
internal static class ExcelSheet
{
    private const uint PaperA4 = 9;

    public static void Write(WorksheetPart part, ExcelTable table, bool isFirst)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new S.Worksheet());
        writer.WriteElement(new S.SheetProperties(new S.PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new S.SheetViews(new S.SheetView(
            new S.Pane
            {
                VerticalSplit = 1,
                TopLeftCell = "A2",
                ActivePane = S.PaneValues.BottomLeft,
                State = S.PaneStateValues.Frozen,
            })
        {
            TabSelected = isFirst,
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new S.Columns([.. table.Columns.Select((column, at) => new S.Column
        {
            Min = (uint)at + 1,
            Max = (uint)at + 1,
            Width = column.Width,
            CustomWidth = true,
        })]));
        writer.WriteStartElement(new S.SheetData());
        uint number = 0;
        WriteRow(writer, ++number, table.Columns.Select(column => ExcelCell.Head(column.Name)));
        foreach (var row in table.Rows)
        {
            WriteRow(writer, ++number, row.Select(ExcelCell.Of));
        }

        writer.WriteEndElement();
        writer.WriteElement(new S.PageMargins { Left = 0.5, Right = 0.5, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new S.PageSetup { PaperSize = PaperA4, Orientation = S.OrientationValues.Landscape, FitToHeight = 0 });
        writer.WriteElement(new S.HeaderFooter(new S.OddFooter("&C&P/&N")));
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, uint number, IEnumerable<S.Cell?> cells)
    {
        var row = new S.Row { RowIndex = number };
        var column = 0;
        foreach (var cell in cells)
        {
            column++;
            if (cell is not null)
            {
                cell.CellReference = $"{LettersOf(column)}{number}";
                row.AppendChild(cell);
            }
        }

        writer.WriteElement(row);
    }

    /// <summary>1 is A, 27 is AA.</summary>
    private static string LettersOf(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : LettersOf((column - 1) / 26) + LettersOf(((column - 1) % 26) + 1);
}
