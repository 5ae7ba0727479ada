namespace Dissemination.Local;

/// <summary>The app's settings as its process gets them: its environment, as in Azure.</summary>
internal static class WorkerSettings
{
    /// <param name="settings">What this host was started with, over its defaults.</param>
    /// <param name="collector">Where counters are taken.</param>
    public static IReadOnlyDictionary<string, string?> Of(IConfiguration settings, Uri collector)
    {
        var environment = settings.AsEnumerable()
            .Where(setting => setting.Value is not null && !setting.Key.StartsWith("Local:", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.OrdinalIgnoreCase);
        environment["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"] = collector.AbsoluteUri;
        environment["OTEL_EXPORTER_OTLP_METRICS_PROTOCOL"] = "grpc";
        environment["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
        return environment;
    }
}
