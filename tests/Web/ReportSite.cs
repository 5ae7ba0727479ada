using Dissemination.Reports.Periods;

namespace Dissemination.Tests.Web;

/// <summary>The site a week later, with the report of its first week.</summary>
public sealed class ReportSite : IAsyncLifetime
{
    internal static readonly ReportPeriod Week = new("2026-w48");

    internal Site Site { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        Site.Time.Advance(TimeSpan.FromDays(7));
        await Site.Get<PeriodReports>().WriteDueAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
