using System.Collections.Immutable;
using System.Text;
using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>A CSV file as rows of cells, whatever stands between them. A pure function.</summary>
internal static class CsvText
{
    public static Parsed<ReadSheet> Read(DroppedDocument file)
    {
        var (problems, leftOut) = (new List<Problem>(), new LeftOut());
        ImmutableArray<ImmutableArray<string>> rows =
        [
            .. CsvFile.ReadRows(file.Name, file.Bytes.Span, problems)
                .Take(Content.Limits.SheetRows + 2)
                .Select(cells =>
                {
                    leftOut.Count(
                        nameof(ProblemTexts.SheetCellsFar), cells.Skip(WorksheetCells.MostColumns).Count(cell => cell.Length > 0));
                    return cells.Take(WorksheetCells.MostColumns).ToImmutableArray();
                }),
        ];
        return problems.Count > 0 ? Parsed<ReadSheet>.Bad(problems)
            : rows.IsEmpty ? Parsed<ReadSheet>.Bad([new(nameof(ProblemTexts.SheetEmpty), new(file.Name))])
            : Parsed<ReadSheet>.Of(new(file.Stem, rows, leftOut.ToNotes(file.Name)));
    }

    /// <summary>A row of cells as every program reads it.</summary>
    public static string Write(IEnumerable<string> cells) =>
        new StringBuilder().AppendJoin(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
            .Append('\n').ToString();
}
