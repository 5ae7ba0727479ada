namespace Dissemination.Alerts;

internal static class AlertsSetup
{
    public static IServiceCollection AddAlerts(this IServiceCollection services) =>
        services.AddSingleton<AlertStore>().AddSingleton<RowAlerts>();
}
