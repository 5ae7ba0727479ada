using Dissemination.Deliveries.DirectoryChanges;
using Dissemination.Directory;
using Dissemination.Directory.Changes;

namespace Dissemination.Web.Api;

/// <summary>The change of the directory that waits: what it adds, changes and removes, and what it does besides.</summary>
internal sealed record DirectoryProposalAnswer
{
    public required IEnumerable<RowChange> Rows { get; init; }

    /// <summary>Whether a second person has to agree.</summary>
    public required bool NeedsSecond { get; init; }

    public required PersonId? ProposedBy { get; init; }

    public required DateTimeOffset? ProposedAt { get; init; }

    public required IEnumerable<ProblemAnswer> Consequences { get; init; }

    public required IEnumerable<ProblemAnswer> CarriedOver { get; init; }

    public static DirectoryProposalAnswer Of(ProposedDirectory proposed) => new()
    {
        Rows = proposed.Change.Difference.Rows,
        NeedsSecond = proposed.Change.NeedsSecond,
        ProposedBy = proposed.Change.Note?.ProposedBy,
        ProposedAt = proposed.Change.Note?.At,
        Consequences = proposed.Effects.Consequences.Select(ProblemAnswer.Of),
        CarriedOver = proposed.Effects.CarriedOver.Select(ProblemAnswer.Of),
    };
}
