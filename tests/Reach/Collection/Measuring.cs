using Dissemination.Reach.Collection;
using Dissemination.Reports;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Reach.Collection;

/// <summary>Time passes until posts are to be measured.</summary>
internal static class Measuring
{
    /// <summary>Reports are written, which tells when posts are to be measured; time passes; the timer fires.</summary>
    /// <param name="after">How much time; null for enough to the first time of the plan.</param>
    public static async Task MeasureAsync(this Rooms rooms, TimeSpan? after = null)
    {
        await rooms.Get<ReportWriter>().WriteDueAsync(CancellationToken.None);
        rooms.Time.Advance(after ?? TimeSpan.FromMinutes(75));
        await rooms.Get<ReachCollector>().CollectAsync(CancellationToken.None);
    }
}
