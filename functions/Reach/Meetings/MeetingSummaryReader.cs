using Dissemination.Directory;

namespace Dissemination.Reach.Meetings;

/// <summary>Reads the sums of meetings and opinions.</summary>
internal sealed class MeetingSummaryReader(MeetingStore store, DirectoryStore directories, TimeProvider time)
{
    /// <summary>One transaction for each thousand days of the period, and as many where something was told since.</summary>
    public async Task<MeetingSummary> ReadAsync(MeetingPeriod period, CancellationToken cancellationToken) => MeetingSummary.Of(
        await store.DaysAsync(period.From, period.To, cancellationToken),
        await directories.CurrentAsync(cancellationToken),
        period,
        time.GetUtcNow());
}
