using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Dissemination.Problems;

/// <summary>A value, or every problem that kept it from being one.</summary>
internal sealed record Parsed<T>(T? Value, ImmutableArray<Problem> Problems)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Problems.IsEmpty && Value is not null;

    public static Parsed<T> Of(T value) => new(value, []);

    public static Parsed<T> Bad(IEnumerable<Problem> problems) => new(null, [.. problems]);
}
