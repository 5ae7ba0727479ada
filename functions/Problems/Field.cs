using System.Collections.Immutable;

namespace Dissemination.Problems;

/// <summary>A named value of what was handed in, with its place: of a CSV row or of YAML.</summary>
internal abstract record Field(Place Place);

/// <summary>One value. Empty stands for absent.</summary>
/// <param name="Remark">What stands behind it on its line and begins with a space and <c>#</c>: a remark behind a date or a number, a part of the words behind words.</param>
internal sealed record TextField(Place Place, string Value, string Remark = "") : Field(Place)
{
    /// <summary>All that was written.</summary>
    public string Words => Remark.Length == 0 ? Value : (Value + Remark).Trim();
}

/// <summary>Several values.</summary>
internal sealed record ListField(Place Place, ImmutableArray<Field> Elements) : Field(Place);

/// <summary>Named values, in the order in which they were written; a name may stand there twice.</summary>
internal sealed record GroupField(Place Place, ImmutableArray<KeyValuePair<string, Field>> Members) : Field(Place)
{
    /// <summary>Names that are missing from the whole file and were reported once; not to be reported for each row.</summary>
    public ImmutableArray<string> Reported { get; init; } = [];
}
