using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>The cells of a sheet as people see them, row by row; rows may be of any length.</summary>
/// <param name="Notes">What was left out or changed.</param>
internal sealed record ReadSheet(string Name, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<Problem> Notes)
{
    /// <summary>The number that each row bears in the file, from 1; empty where nobody counted.</summary>
    public ImmutableArray<int> Numbers { get; init; } = [];
}
