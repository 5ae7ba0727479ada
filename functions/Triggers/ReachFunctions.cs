using Dissemination.Reach;
using Dissemination.Reports;
using Microsoft.Azure.Functions.Worker;

namespace Dissemination.Triggers;

/// <summary>What channels measured is collected, and reports that changed are written anew.</summary>
internal sealed class ReachFunctions(ReachSampler sampler, ReportWriter reports)
{
    [Function("SampleReach")]
    public Task SampleAsync([TimerTrigger(Schedules.Reach)] TimerInfo timer, CancellationToken cancellationToken) =>
        sampler.SampleAsync(cancellationToken);

    [Function("WriteReports")]
    public Task WriteReportsAsync([TimerTrigger(Schedules.Report)] TimerInfo timer, CancellationToken cancellationToken) =>
        reports.WriteDueAsync(cancellationToken);
}
