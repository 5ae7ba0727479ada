using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Intake.Drafts;

/// <summary>What is wrong with a draft, and what its author should know; each names its field.</summary>
internal sealed record DraftFindings(ImmutableArray<Problem> Problems, ImmutableArray<Problem> Warnings);
