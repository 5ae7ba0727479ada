using Dissemination.Reports.Calendar;
using Dissemination.Reports.Campaign;
using Dissemination.Reports.Items;
using Dissemination.Reports.Periods;

namespace Dissemination.Reports;

internal static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services
            .AddSingleton<ReportReader>()
            .AddSingleton<ReportWriter>()
            .AddSingleton<ReportStore>()
            .AddSingleton<CampaignReader>()
            .AddSingleton<PeriodStore>()
            .AddSingleton<PeriodRenderer>()
            .AddSingleton<PeriodReports>()
            .AddSingleton<CalendarReader>()
            .AddSingleton<OccasionViewReader>()
            .AddSingleton<ItemListReader>();
}
