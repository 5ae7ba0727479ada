using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What is wrong with a file, or to be known of it, each with its place.</summary>
public sealed class PlacedProblemsModel
{
    internal PlacedProblemsModel(ImmutableArray<Problem> problems) => Problems = problems;

    internal ImmutableArray<Problem> Problems { get; }
}
