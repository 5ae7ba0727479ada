using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>The cells of a sheet as people see them, row by row; rows may be of any length.</summary>
/// <param name="Notes">What was left out or changed.</param>
internal sealed record ReadSheet(string Name, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<Problem> Notes)
{
    /// <summary>The number that each row bears in the file, from 1; empty where nobody counted.</summary>
    public ImmutableArray<int> Numbers { get; init; } = [];

    /// <summary>By what stands in cells whose font is an old one, what it means in Unicode.</summary>
    public ImmutableDictionary<string, string> Meant { get; init; } = [];

    /// <summary>The names of these fonts.</summary>
    public ImmutableArray<string> OldFonts { get; init; } = [];

    /// <summary>What stands in a cell as it is meant; where no font tells it, the words do.</summary>
    public string MeaningOf(string cell) => Meant.GetValueOrDefault(cell) ?? LegacyText.ToUnicode(cell);
}
