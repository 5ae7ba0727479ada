using System.Collections.Immutable;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake.Drafts;

/// <summary>What became of what somebody dropped: drafts, and why the rest is none.</summary>
internal sealed record DroppedOutcome(ImmutableArray<Row<Draft>> Drafts, ImmutableArray<Problem> Problems);
