using Dissemination.Storage;

namespace Dissemination.Reports.Periods;

/// <summary>What is to be done with a report that was written.</summary>
/// <param name="At">From when on.</param>
/// <param name="Tries">How often it was tried.</param>
internal sealed record PeriodDue(ReportPeriod Period, int Edition, DateTimeOffset At, int Tries = 0, string? TraceParent = null)
    : IOutboxEntry;
