using System.Collections.Immutable;

namespace Dissemination.Problems;

/// <summary>Named values, in the order in which they were written; a name may stand there twice.</summary>
internal sealed record GroupField(Place Place, ImmutableArray<KeyValuePair<string, Field>> Members) : Field(Place)
{
    /// <summary>Names that are missing from the whole file and were reported once; not to be reported for each row.</summary>
    public ImmutableArray<string> Reported { get; init; } = [];
}
