using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>All the items of one file.</summary>
internal sealed record ReadItems(ImmutableArray<ReadItem> Items)
{
    /// <summary>What their author should know, though they are taken.</summary>
    public ImmutableArray<Problem> Warnings { get; init; } = [];
}
