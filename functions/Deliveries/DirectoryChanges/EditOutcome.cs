using System.Collections.Immutable;
using Dissemination.Directory.Changes;
using Dissemination.Problems;

namespace Dissemination.Deliveries.DirectoryChanges;

/// <summary>What became of a row that a person wanted otherwise.</summary>
internal sealed record EditOutcome
{
    /// <summary>Why it was not done; empty where it was, or where it is to be looked at first.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>What it would change and leave behind, to be looked at before it is done.</summary>
    public ProposedDirectory? ToSee { get; init; }

    /// <summary>Whether it is done or waits for a second person; null where nothing was done.</summary>
    public DirectoryStep? Step { get; init; }
}
