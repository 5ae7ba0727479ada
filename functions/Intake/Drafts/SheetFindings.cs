using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Intake.Drafts;

/// <summary>What is wrong with rows of a sheet; each problem names its row as line (from 0) and its field.</summary>
/// <param name="General">What is wrong with no row by itself.</param>
internal sealed record SheetFindings(ImmutableArray<Problem> General, ILookup<int, Problem> Rows)
{
    public IEnumerable<Problem> Of(int row, string field) => Rows[row].Where(problem => problem.Place?.Field == field);
}
