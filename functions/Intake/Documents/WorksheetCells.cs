using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dissemination.Problems;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dissemination.Intake.Documents;

/// <summary>The cells of one sheet as people see them.</summary>
/// <param name="withWords">Whether the words that a number's format writes around it are taken.</param>
internal sealed partial class WorksheetCells(WorkbookPart workbook, S.Worksheet worksheet, LeftOut leftOut, bool withWords)
{
    /// <summary>No table of ours has so many; what stands behind them is counted and said.</summary>
    public const int MostColumns = 200;

    /// <summary>A thousand empty rows in a row are no table any more.</summary>
    private const int MostEmptyRows = 1_000;

    private readonly List<string> _shared =
    [
        .. workbook.SharedStringTablePart?.SharedStringTable?.Elements<S.SharedStringItem>().Select(TextOf) ?? [],
    ];

    private readonly List<S.CellFormat> _formats =
        [.. workbook.WorkbookStylesPart?.Stylesheet?.CellFormats?.Elements<S.CellFormat>() ?? []];

    /// <summary>Far more than a draft takes; a sheet with more is refused for it.</summary>
    private const int MostRows = 10_000;

    private const int MostMerged = 2_000;

    /// <summary>The last row that Excel has.</summary>
    private const uint LastRow = 1_048_576;

    /// <summary>
    /// Letters of all cells together: words that stand in a file once, and in many cells by a number, are written out for each.
    /// </summary>
    private const int MostLetters = 2_000_000;

    private int _letters;

    private readonly Dictionary<uint, string> _codes =
        (workbook.WorkbookStylesPart?.Stylesheet?.NumberingFormats?.Elements<S.NumberingFormat>() ?? [])
        .Where(format => format.NumberFormatId?.Value is not null)
        .DistinctBy(format => format.NumberFormatId!.Value)
        .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode?.Value ?? "");

    /// <summary>What cells in old fonts mean.</summary>
    public WorkbookFonts Fonts { get; } = new(workbook);

    private readonly bool _since1904 = workbook.Workbook?.WorkbookProperties?.Date1904?.Value == true;

    /// <summary>Whether the cells hold more than is taken; what was read is not all then.</summary>
    public bool IsTooLong => _letters > MostLetters;

    /// <summary>The rows that hold something, each with its number.</summary>
    public ImmutableArray<(int Number, ImmutableArray<string> Cells)> Read()
    {
        SortedDictionary<int, string[]> rows = [];
        HashSet<int> hiddenRows = [];
        var number = 0;
        foreach (var row in worksheet.Descendants<S.Row>())
        {
            number = (int)Math.Min(row.RowIndex?.Value ?? (uint)(number + 1), LastRow);
            Add(row, number, rows, hiddenRows);
        }

        // What is merged stands in the first row alone, which may be a hidden one.
        Spread(rows, hiddenRows);
        foreach (var row in hiddenRows)
        {
            rows.Remove(row);
        }

        foreach (var column in HiddenColumns())
        {
            foreach (var cells in rows.Values.Where(cells => column < cells.Length))
            {
                leftOut.Count(nameof(ProblemTexts.SheetCellsHidden), cells[column].Length > 0 ? 1 : 0);
                cells[column] = "";
            }
        }

        return Filled(rows);
    }

    private void Add(S.Row row, int number, SortedDictionary<int, string[]> rows, HashSet<int> hidden)
    {
        var (cells, isHidden) = (Cells(row), row.Hidden?.Value == true);
        var holds = cells.Any(cell => cell.Length > 0) ? 1 : 0;
        leftOut.Count(nameof(ProblemTexts.SheetRowsHidden), isHidden ? holds : 0);
        if ((isHidden ? hidden.Count : rows.Count - hidden.Count) >= MostRows)
        {
            return;
        }

        if (!rows.TryAdd(number, cells))
        {
            leftOut.Count(nameof(ProblemTexts.SheetPlacesTwice), holds);
        }
        else if (isHidden)
        {
            hidden.Add(number);
        }
    }

    private ImmutableArray<(int Number, ImmutableArray<string> Cells)> Filled(SortedDictionary<int, string[]> rows)
    {
        var (filled, before, isOver) = (ImmutableArray.CreateBuilder<(int, ImmutableArray<string>)>(), 0, false);
        foreach (var (number, cells) in rows)
        {
            if (Array.FindLastIndex(cells, cell => cell.Length > 0) is not (>= 0 and var last))
            {
                continue;
            }

            isOver |= before > 0 && number - before > MostEmptyRows;
            if (isOver)
            {
                leftOut.Count(nameof(ProblemTexts.SheetRowsFar));
                continue;
            }

            before = number;
            filled.Add((number, [.. cells.AsSpan(0, last + 1)]));
        }

        return filled.ToImmutable();
    }

    private HashSet<int> HiddenColumns() =>
    [
        .. from column in worksheet.Descendants<S.Column>()
           where column.Hidden?.Value == true
           from number in Enumerable.Range(
               (int)(column.Min?.Value ?? 1), Math.Clamp((int)(column.Max?.Value ?? 1) - (int)(column.Min?.Value ?? 1) + 1, 0, MostColumns))
           select number - 1,
    ];

    private string[] Cells(S.Row row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<S.Cell>().TakeWhile(_ => !IsTooLong))
        {
            var column = cell.CellReference?.Value is { } reference ? Position(reference).Column : cells.Count;
            if (column >= MostColumns)
            {
                leftOut.Count(nameof(ProblemTexts.SheetCellsFar), WorkbookReader.HoldsSomething(cell) ? 1 : 0);
                continue;
            }

            while (cells.Count < column)
            {
                cells.Add("");
            }

            var text = Invisible.Trim(TextOf(cell)).Normalize().ReplaceLineEndings("\n");
            _letters += text.Length;
            if (column == cells.Count)
            {
                cells.Add(text);
                Fonts.Look(cell, text);
            }
            else
            {
                leftOut.Count(nameof(ProblemTexts.SheetPlacesTwice), text.Length > 0 ? 1 : 0);
            }
        }

        return [.. cells];
    }

    private string TextOf(S.Cell cell)
    {
        var raw = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;

        // Programs that only write workbooks leave it to Excel to calculate; Excel itself calls a result without letters a text.
        var isCalculated = raw.Length > 0 || (type == S.CellValues.String && cell.CellValue is not null);
        leftOut.Count(
            isCalculated ? nameof(ProblemTexts.SheetFormulas) : nameof(ProblemTexts.SheetNotCalculated), cell.CellFormula is null ? 0 : 1);
        if (type == S.CellValues.SharedString)
        {
            return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count ? _shared[at] : "";
        }

        if (type == S.CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? TextOf(inline) : "";
        }

        if (type == S.CellValues.Error)
        {
            leftOut.Count(nameof(ProblemTexts.SheetErrors));
            return "";
        }

        return type == S.CellValues.Boolean ? raw is "1" ? "TRUE" : "FALSE"
            : type == S.CellValues.String || raw.Length == 0 ? Unescaped(raw)
            : type == S.CellValues.Date && DateTime.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date)
                ? date.ToString(date.TimeOfDay == TimeSpan.Zero ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)
            : double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? NumberOf(cell, value)
            : raw;
    }

    private string NumberOf(S.Cell cell, double value)
    {
        var style = (int)(cell.StyleIndex?.Value ?? 0);
        var format = style < _formats.Count ? _formats[style].NumberFormatId?.Value ?? 0 : 0;
        var (text, isOtherwise) = CellText.Of(value, format, _codes.GetValueOrDefault(format), _since1904, withWords);
        leftOut.Count(nameof(ProblemTexts.SheetShownOtherwise), isOtherwise ? 1 : 0);
        return text;
    }

    /// <summary>Words in several pieces that look different are one text; what is said of how they sound is none of it.</summary>
    private static string TextOf(OpenXmlElement item) =>
        string.Concat(
            item.Descendants<S.Text>().Where(text => !text.Ancestors<S.PhoneticRun>().Any()).Select(Raised));

    private static string Raised(S.Text text)
    {
        var words = Unescaped(text.Text);
        var position = (text.Parent as S.Run)?.RunProperties?.GetFirstChild<S.VerticalTextAlignment>()?.Val?.Value;
        return position == S.VerticalAlignmentRunValues.Superscript ? RaisedFigures.Raise(words)
            : position == S.VerticalAlignmentRunValues.Subscript ? RaisedFigures.Lower(words)
            : words;
    }

    /// <summary>Excel writes characters that XML would change by their numbers, such as a line end of Windows.</summary>
    internal static string Unescaped(string text) => Escape().Replace(text, escape =>
    {
        var character = (char)int.Parse(escape.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return character is '\t' or '\n' or '\r' || !(char.IsControl(character) || char.IsSurrogate(character) || character >= '\uFFFE')
            ? character.ToString()
            : "";
    });

    [GeneratedRegex(
        "_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Escape();

    /// <summary>What stands in merged cells is meant for each of them.</summary>
    private void Spread(SortedDictionary<int, string[]> rows, HashSet<int> hidden)
    {
        foreach (var merged in worksheet.Descendants<S.MergeCell>().Take(MostMerged))
        {
            if (merged.Reference?.Value?.Split(':') is not [var from, var to])
            {
                continue;
            }

            var (first, last) = (Position(from), Position(to));
            if (!rows.TryGetValue(first.Row, out var cells) || first.Column >= cells.Length || cells[first.Column].Length == 0
                || rows.Keys.All(row => row < first.Row || row > last.Row || hidden.Contains(row)))
            {
                continue;
            }

            leftOut.Count(nameof(ProblemTexts.SheetMerged));
            var value = cells[first.Column];
            foreach (var (number, row) in rows
                .Where(row => row.Key >= first.Row && row.Key <= last.Row && row.Value.Any(cell => cell.Length > 0)).ToList())
            {
                var wide = row;
                if (wide.Length <= first.Column)
                {
                    Array.Resize(ref wide, first.Column + 1);
                    Array.Fill(wide, "", row.Length, wide.Length - row.Length);
                    rows[number] = wide;
                }

                wide[first.Column] = value;
                _letters += value.Length;
                if (IsTooLong)
                {
                    return;
                }
            }
        }
    }

    /// <summary>Counted columns from 0 and rows from 1, of a name like <c>AB12</c>.</summary>
    private static (int Column, int Row) Position(string reference)
    {
        var (column, row) = (0, 0);
        foreach (var letter in reference)
        {
            if (char.IsAsciiLetter(letter))
            {
                column = Math.Min((column * 26) + (char.ToUpperInvariant(letter) - 'A') + 1, 100_000);
            }
            else if (char.IsAsciiDigit(letter))
            {
                row = Math.Min((row * 10) + (letter - '0'), 10_000_000);
            }
        }

        return (column - 1, row);
    }
}
