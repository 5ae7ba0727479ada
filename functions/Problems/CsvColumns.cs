using System.Collections.Immutable;

namespace Dissemination.Problems;

/// <summary>The columns of a CSV file.</summary>
/// <param name="Other">What is wrong with a column that is neither required nor optional, or null where it is taken.</param>
internal sealed record CsvColumns(
    ImmutableArray<string> Required, ImmutableArray<string> Optional, Func<string, Place, Problem?> Other)
{
    /// <summary>All columns that there may be.</summary>
    public ImmutableArray<string> Known { get; } = [.. Required, .. Optional];

    /// <summary>What the columns are called by others, without regard to capitals, and what they are called here.</summary>
    public ImmutableDictionary<string, string> Otherwise { get; init; } = [];

    /// <summary>Whether a sign before a formula, as this program puts it into what it gives out, is taken away again.</summary>
    public bool AreGuarded { get; init; }

    /// <summary>The name of a column as this program writes it; one that is not known stays.</summary>
    public string NameOf(string head) =>
        Known.FirstOrDefault(name => name.Equals(head, StringComparison.OrdinalIgnoreCase))
        ?? Otherwise.FirstOrDefault(other => other.Key.Equals(head, StringComparison.OrdinalIgnoreCase)).Value
        ?? head;

    /// <summary>These columns and no other.</summary>
    public static CsvColumns Only(ImmutableArray<string> required, params ImmutableArray<string> optional)
    {
        var known = string.Join(", ", required.Concat(optional));
        return new(required, optional, (name, place) => new(nameof(ProblemTexts.ColumnUnknown), place, name, known));
    }
}
