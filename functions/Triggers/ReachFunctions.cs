using Dissemination.Reach.Collection;
using Dissemination.Reach.Meetings;
using Dissemination.Reports;
using Dissemination.Reports.Periods;
using Dissemination.Reviewing;
using Microsoft.Azure.Functions.Worker;

namespace Dissemination.Triggers;

/// <summary>What channels measured is collected, and reports that changed are written anew, those of weeks and months once.</summary>
internal sealed class ReachFunctions(
    ReachCollector collector,
    ReportWriter reports,
    MeetingImport meetings,
    MeetingStore told,
    PeriodReports periods,
    LeaderMessages leaders)
{
    [Function("SampleReach")]
    public Task SampleAsync([TimerTrigger(Schedules.Reach)] TimerInfo timer, CancellationToken cancellationToken) =>
        collector.CollectAsync(cancellationToken);

    [Function("TakeMeetingSheets")]
    public async Task TakeMeetingSheetsAsync([TimerTrigger(Schedules.Reach)] TimerInfo timer, CancellationToken cancellationToken)
    {
        await meetings.TakeAgreedAsync(cancellationToken);
        await told.NoteLeftAsync(cancellationToken);
    }

    [Function("WriteReports")]
    public Task WriteReportsAsync([TimerTrigger(Schedules.Report)] TimerInfo timer, CancellationToken cancellationToken) =>
        reports.WriteDueAsync(cancellationToken);

    [Function("WritePeriodReports")]
    public async Task WritePeriodReportsAsync([TimerTrigger(Schedules.Reminder)] TimerInfo timer, CancellationToken cancellationToken)
    {
        await periods.WriteDueAsync(cancellationToken);
        await leaders.TellAsync(cancellationToken);
    }
}
