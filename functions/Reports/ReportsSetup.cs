namespace Dissemination.Reports;

internal static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services.AddSingleton<ReportReader>().AddSingleton<ReportWriter>().AddSingleton<ReportStore>();
}
