using System.Collections.Immutable;

namespace Dissemination.Problems;

/// <summary>A named value of what was handed in, with its place: of a CSV row or of YAML.</summary>
internal abstract record Field(Place Place);

/// <summary>One value. Empty stands for absent.</summary>
internal sealed record TextField(Place Place, string Value) : Field(Place);

/// <summary>Several values.</summary>
internal sealed record ListField(Place Place, ImmutableArray<Field> Elements) : Field(Place);

/// <summary>Named values, in the order in which they were written; a name may stand there twice.</summary>
internal sealed record GroupField(Place Place, ImmutableArray<KeyValuePair<string, Field>> Members) : Field(Place)
{
    /// <summary>Names that are missing from the whole file and were reported once; not to be reported for each row.</summary>
    public ImmutableArray<string> Reported { get; init; } = [];
}
