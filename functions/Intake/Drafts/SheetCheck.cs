using Dissemination.Problems;

namespace Dissemination.Intake.Drafts;

/// <summary>What intake would say of the rows of a sheet, led back to their cells: a pure function.</summary>
internal static class SheetCheck
{
    public static SheetFindings Check(Draft draft, KnownReferences known)
    {
        var file = DraftSheetFile.Of(draft, Enumerable.Range(0, draft.Sheet!.Rows.Length), known);
        var read = ItemSheetReader.Read(file.Path, file.Bytes.Span, known);
        var placed = read.Problems.Select(problem => (Row: RowOf(problem, file), Problem: problem)).ToList();
        return new(
            [.. placed.Where(found => found.Row < 0).Select(found => found.Problem)],
            placed.Where(found => found.Row >= 0).ToLookup(found => found.Row, found => InRow(found.Problem, found.Row)));
    }

    private static int RowOf(Problem problem, DraftSheetFile file) =>
        problem.Place?.Line is { } line && file.Lines.TryGetValue(line, out var row) ? row : -1;

    private static Problem InRow(Problem problem, int row)
    {
        var code = problem.Code is nameof(ProblemTexts.RequiredKeyMissing) or nameof(ProblemTexts.TextEmpty)
            ? nameof(ProblemTexts.DraftFieldMissing)
            : problem.Code;
        return problem with { Code = code, Place = new("", row, problem.Place?.Field ?? "text") };
    }
}
