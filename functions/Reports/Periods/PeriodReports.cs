using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Reports.Campaign;
using Dissemination.Storage;

namespace Dissemination.Reports.Periods;

/// <summary>
/// The reports of weeks and months. The figures of a period are kept once, and its files follow from them; a correction is another edition
/// that says so.
/// </summary>
internal sealed class PeriodReports(
    PeriodStore store, PeriodRenderer renderer, Outbox outbox, CampaignReader campaign, MeetingSummaryReader meetings, TimeProvider time)
{
    /// <summary>The longest reason of a correction.</summary>
    private const int LongestReason = 300;

    /// <summary>
    /// Woken by the timer: writes what is due, and the files that a crash left out. Two transactions where nothing is due.
    /// </summary>
    public async Task WriteDueAsync(CancellationToken cancellationToken)
    {
        var written = await store.WrittenAsync(cancellationToken);
        foreach (var period in PeriodDecisions.Due(written?.Value ?? PeriodsWritten.None, time.GetUtcNow()))
        {
            if (await CloseAsync(period, written, cancellationToken))
            {
                written = await store.WrittenAsync(cancellationToken);
            }
        }

        await WriteFilesAsync(cancellationToken);
    }

    /// <summary>Counts a period anew; what was written of it stays, and the new edition says who wanted it and why.</summary>
    /// <param name="seen">The edition that the person saw last.</param>
    public async Task<Result<PeriodHead>> CorrectAsync(
        PeriodEdition seen, Person by, string reason, CancellationToken cancellationToken)
    {
        reason = reason.Trim();
        if (reason.Length is 0 or > LongestReason)
        {
            return new Problem(nameof(ProblemTexts.PeriodReason));
        }

        var newest = await store.EditionsAsync(seen.Period, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        if (newest is null)
        {
            return new Problem(nameof(ProblemTexts.ReportNotFound));
        }

        var figures = await CountAsync(new(seen.Period, seen.Edition + 1), cancellationToken);
        figures = figures with { By = by.Id, Reason = reason };
        if (newest.Edition != seen.Edition
            || !await store.CommitAsync(
                PeriodStore.Keep(figures)
                    .Record(new(HistorySubject, figures.At, by.Id.Value, "report-corrected", Detail: $"{seen.Period}: {reason}")),
                cancellationToken))
        {
            return new Problem(nameof(ProblemTexts.ChangedMeanwhile));
        }

        await WriteFilesAsync(cancellationToken);
        return PeriodHead.Of(figures);
    }

    /// <summary>What the record of reports is kept under.</summary>
    private const string HistorySubject = "period-reports";

    /// <returns>False where there is nothing to report yet.</returns>
    private async Task<bool> CloseAsync(ReportPeriod period, Row<PeriodsWritten>? written, CancellationToken cancellationToken)
    {
        var figures = await CountAsync(new(period, 1), cancellationToken);
        if (figures.Totals.Items == 0 && (period.IsWeek ? written?.Value.Week : written?.Value.Month) is null)
        {
            // The first report is of the first period with something in it.
            return false;
        }

        var kept = PeriodStore.Advance(PeriodStore.Keep(figures), written, period);
        if (period.IsWeek)
        {
            kept.HandOver(PeriodTopics.TellLeaders, new PeriodDue(period, 1, figures.At, TraceParent: Tracing.Current));
        }

        // Where another instance was quicker it is written too.
        await store.CommitAsync(kept, cancellationToken);
        return true;
    }

    /// <summary>The figures of a period as they are now, beside the newest ones of the period before.</summary>
    private async Task<PeriodFigures> CountAsync(PeriodEdition edition, CancellationToken cancellationToken)
    {
        var period = edition.Period;
        var input = await campaign.OfDaysAsync(period.From, period.To, cancellationToken);
        var told = await meetings.ReadAsync(new(period.From, period.To), cancellationToken);
        var before = await store.EditionsAsync(period.Previous, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        return PeriodFigures.Of(edition, input, told) with { Before = before is null ? null : new(before.Period, before.Edition) };
    }

    private Task WriteFilesAsync(CancellationToken cancellationToken) => outbox.DispatchAsync(
        PeriodTopics.Files,
        atMost: 10,
        async (due, stop) =>
        {
            await renderer.WriteAsync(new(due.Period, due.Edition), stop);
            return OutboxOutcome.Done;
        },
        cancellationToken);
}
