using Dissemination.Benchmarks.Mission;

namespace Dissemination.Benchmarks.Lists;

/// <summary>All figures of a run.</summary>
/// <param name="Items">All that are stored.</param>
/// <param name="Waiting">Those of them that wait for an approval.</param>
/// <param name="Published">Those that are out, everywhere.</param>
/// <param name="Drafts">What is being written.</param>
internal sealed record ListsResult(
    DateTimeOffset MeasuredAt, Machine Machine, int Items, int Waiting, int Published, int Drafts, IReadOnlyList<PageResult> Lists);
