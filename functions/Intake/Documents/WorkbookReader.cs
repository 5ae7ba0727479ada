using System.Collections.Immutable;
using System.Xml;
using Dissemination.Problems;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dissemination.Intake.Documents;

/// <summary>
/// An Excel workbook (<c>.xlsx</c>): a pure function of its bytes. Its first sheet that people see and that holds something; formulas by
/// the values that they had when it was saved.
/// </summary>
internal static class WorkbookReader
{
    /// <summary>The same as <see cref="Read"/>, in turn with all other packages.</summary>
    public static Task<Parsed<ReadSheet>> ReadAsync(DroppedDocument file, CancellationToken cancellationToken) =>
        PackageTurn.InTurnAsync(() => Read(file), cancellationToken);

    /// <param name="withWords">Whether the words that a number's format writes around it are taken: "40 ha", or just 40.</param>
    public static Parsed<ReadSheet> Read(DroppedDocument file, bool withWords = true)
    {
        if (PackageCheck.Check(file) is { } refused)
        {
            return Parsed<ReadSheet>.Bad([refused]);
        }

        try
        {
            var (package, dropped) = PackageLinks.Mend(file.Bytes);
            using var _ = package;
            using var workbook = SpreadsheetDocument.Open(package, isEditable: false);
            if (workbook.WorkbookPart is not { Workbook: not null } part)
            {
                return Bad(file, nameof(ProblemTexts.DocumentBroken));
            }

            var leftOut = new LeftOut();
            leftOut.Count(nameof(ProblemTexts.DroppedLinks), dropped);
            var (sheet, isTooLong) = FirstSheet(part, leftOut, withWords);
            return isTooLong ? Bad(file, nameof(ProblemTexts.DocumentBomb))
                : sheet is null ? Bad(file, nameof(ProblemTexts.SheetEmpty))
                : Parsed<ReadSheet>.Of(sheet with { Notes = leftOut.ToNotes(file.Name) });
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException
            or IOException or InvalidOperationException or ArgumentException or FormatException or KeyNotFoundException
            or OverflowException)
        {
            return Bad(file, nameof(ProblemTexts.DocumentBroken));
        }
    }

    private static (ReadSheet? Sheet, bool IsTooLong) FirstSheet(WorkbookPart part, LeftOut leftOut, bool withWords)
    {
        ReadSheet? first = null;
        var isTooLong = false;
        foreach (var sheet in part.Workbook!.Sheets?.Elements<S.Sheet>() ?? [])
        {
            if (sheet.State?.Value is { } state && state != S.SheetStateValues.Visible)
            {
                leftOut.Count(nameof(ProblemTexts.SheetsHidden));
                continue;
            }

            if (sheet.Id?.Value is not { } id || !part.TryGetPartById(id, out var found)
                || found is not WorksheetPart { Worksheet: { } worksheet })
            {
                continue;
            }

            if (first is not null)
            {
                leftOut.Count(nameof(ProblemTexts.SheetsOther), worksheet.Descendants<S.Cell>().Any(HoldsSomething) ? 1 : 0);
                continue;
            }

            var cells = new WorksheetCells(part, worksheet, leftOut, withWords);
            var rows = cells.Read();
            isTooLong |= cells.IsTooLong;
            first = rows.IsEmpty
                ? null
                : new(sheet.Name?.Value ?? "", [.. rows.Select(row => row.Cells)], [])
                {
                    Numbers = [.. rows.Select(row => row.Number)],
                    Meant = cells.Fonts.Meant.ToImmutableDictionary(StringComparer.Ordinal),
                    OldFonts = [.. cells.Fonts.Old],
                };
        }

        return (first, isTooLong);
    }

    /// <summary>Excel keeps words beside the sheets and names them by a value; other programs write them into the cell.</summary>
    internal static bool HoldsSomething(S.Cell cell) => cell.CellValue is not null || cell.InlineString is not null;

    private static Parsed<ReadSheet> Bad(DroppedDocument file, string code) => Parsed<ReadSheet>.Bad([new(code, new(file.Name))]);
}
