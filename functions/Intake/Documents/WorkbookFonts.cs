using System.Globalization;
using System.Text;
using Dissemination.Problems;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dissemination.Intake.Documents;

/// <summary>What the words of cells mean whose font is an old one: by the font of the cell, and of the pieces in it.</summary>
internal sealed class WorkbookFonts(WorkbookPart workbook)
{
    private readonly List<string?> _ofStyles = OfStyles(workbook.WorkbookStylesPart?.Stylesheet);

    private readonly List<S.SharedStringItem> _shared =
        [.. workbook.SharedStringTablePart?.SharedStringTable?.Elements<S.SharedStringItem>() ?? []];

    /// <summary>The names of the old fonts that were met.</summary>
    public SortedSet<string> Old { get; } = new(StringComparer.Ordinal);

    /// <summary>By what stands in such cells, what it means in Unicode.</summary>
    public Dictionary<string, string> Meant { get; } = new(StringComparer.Ordinal);

    /// <param name="text">What is taken of the cell.</param>
    public void Look(S.Cell cell, string text)
    {
        var font = (int)(cell.StyleIndex?.Value ?? 0) is var style && style < _ofStyles.Count ? _ofStyles[style] : null;
        var (meant, isOld) = (new StringBuilder(), false);
        foreach (var (piece, own) in PiecesOf(cell))
        {
            var name = own ?? font;
            var unicode = LegacyFont.Find(name)?.ToUnicode(piece) ?? piece;
            if (unicode != piece)
            {
                Old.Add(name!);
                isOld = true;
            }

            meant.Append(unicode);
        }

        if (isOld)
        {
            Meant.TryAdd(text, Invisible.Trim(meant.ToString()).Normalize().ReplaceLineEndings("\n"));
        }
    }

    /// <summary>The words of a cell piece by piece, each with its own font where it has one; none where it holds a number.</summary>
    private IEnumerable<(string Text, string? Font)> PiecesOf(S.Cell cell)
    {
        var type = cell.DataType?.Value;
        OpenXmlElement? words = type == S.CellValues.InlineString ? cell.InlineString
            : type == S.CellValues.SharedString
                && int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count
                ? _shared[at]
            : null;
        return words is not null
            ? words.Descendants<S.Text>()
                .Where(piece => !piece.Ancestors<S.PhoneticRun>().Any())
                .Select(piece => (WorksheetCells.Unescaped(piece.Text), FontOf(piece)))
            : type == S.CellValues.String ? [(WorksheetCells.Unescaped(cell.CellValue?.Text ?? ""), null)]
            : [];
    }

    private static string? FontOf(S.Text piece) =>
        (piece.Parent as S.Run)?.RunProperties?.GetFirstChild<S.RunFont>()?.Val?.Value;

    private static List<string?> OfStyles(S.Stylesheet? styles)
    {
        List<string?> fonts = [.. (styles?.Fonts?.Elements<S.Font>() ?? []).Select(font => font.FontName?.Val?.Value)];
        return
        [
            .. (styles?.CellFormats?.Elements<S.CellFormat>() ?? [])
                .Select(format => (int)(format.FontId?.Value ?? 0) is var at && at < fonts.Count ? fonts[at] : null),
        ];
    }
}
