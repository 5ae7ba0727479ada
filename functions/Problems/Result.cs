using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Dissemination.Problems;

/// <summary>What a person's action came to: a value, or the problem that kept it from happening.</summary>
internal sealed record Result<T>(T? Value, Problem? Problem)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsDone => Problem is null && Value is not null;

    /// <summary>The problem as a list: none where it is done.</summary>
    public ImmutableArray<Problem> Problems => IsDone ? [] : [Problem];

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(null, problem);
}
