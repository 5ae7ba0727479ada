using Dissemination.Benchmarks.Mission;

namespace Dissemination.Benchmarks.Campaign;

/// <summary>All figures of a run.</summary>
/// <param name="Deliveries">What the summaries are of: places by items.</param>
/// <param name="First">The first page after a start, which reads all of it.</param>
/// <param name="Pages">Every other page.</param>
/// <param name="WorkerMegabytes">The most memory of the worker.</param>
internal sealed record CampaignResult(
    DateTimeOffset MeasuredAt,
    Machine Machine,
    int Items,
    int Deliveries,
    PageResult First,
    IReadOnlyList<PageResult> Pages,
    double WorkerMegabytes);
