using System.Collections.Immutable;

namespace Dissemination.Problems;

/// <summary>The columns of a CSV file.</summary>
/// <param name="Other">What is wrong with a column that is neither required nor optional, or null where it is taken.</param>
internal sealed record CsvColumns(
    ImmutableArray<string> Required, ImmutableArray<string> Optional, Func<string, Place, Problem?> Other)
{
    /// <summary>All columns that there may be.</summary>
    public ImmutableArray<string> Known { get; } = [.. Required, .. Optional];

    /// <summary>These columns and no other.</summary>
    public static CsvColumns Only(ImmutableArray<string> required, params ImmutableArray<string> optional)
    {
        var known = string.Join(", ", required.Concat(optional));
        return new(required, optional, (name, place) => new(nameof(ProblemTexts.ColumnUnknown), place, name, known));
    }
}
