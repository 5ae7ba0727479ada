using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Dissemination;

/// <summary>
/// Traces and counters, sent over OTLP where OpenTelemetry's own settings name an endpoint for them, and to Azure Monitor where its setting
/// is there; elsewhere nothing is collected and nothing costs.
/// </summary>
internal static class Telemetry
{
    /// <summary>The setting for everything; <c>OTEL_EXPORTER_OTLP_TRACES_…</c> and <c>…METRICS_…</c> stand above it.</summary>
    private const string Exporter = "OTEL_EXPORTER_OTLP_";

    /// <summary>
    /// So many series of one counter: tables, queues and containers, each read and written. Room for all is taken at once, and left to
    /// itself the collector keeps five times as much.
    /// </summary>
    private const int MostSeries = 400;

    /// <summary>Where Azure Monitor takes what is sent.</summary>
    private const string AzureMonitor = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>As whom it is sent: <c>ClientId=…;Authorization=AAD</c>.</summary>
    private const string AzureIdentity = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    private const string Endpoint = "ENDPOINT";
    private const string Protocol = "PROTOCOL";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[AzureMonitor] is { Length: > 0 } connection)
        {
            builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
                .WithTracing(tracing => tracing.AddSource(Tracing.SourceName).AddAzureMonitorTraceExporter(To))
                .WithMetrics(meters => meters.AddAzureMonitorMetricExporter(To));

            void To(AzureMonitorExporterOptions options) => PointToAzure(options, connection, builder.Configuration[AzureIdentity]);
        }

        if (Find("TRACES_") is { } traces)
        {
            builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
                .WithTracing(tracing => tracing.AddSource(Tracing.SourceName).AddOtlpExporter(traces));
        }

        if (Find("METRICS_") is { } metrics)
        {
            builder.Services.AddOpenTelemetry().WithMetrics(meters => meters.AddOtlpExporter(metrics));
        }

        builder.Services.ConfigureOpenTelemetryMeterProvider(AddCounters);

        Action<OtlpExporterOptions>? Find(string signal)
        {
            if (Setting(signal, Endpoint) is { } own)
            {
                return options => Point(options, own, Setting(signal, Protocol) ?? Setting("", Protocol));
            }

            // What is set for all signals the exporter reads itself.
            return Setting("", Endpoint) is null ? null : static _ => { };
        }

        string? Setting(string signal, string name) =>
            builder.Configuration[Exporter + signal + name] is { Length: > 0 } value ? value : null;
    }

    private static void AddCounters(MeterProviderBuilder meters) => meters
        .AddMeter(Metrics.MeterName, Metrics.StorageMeterName)
        .AddView(static _ => new MetricStreamConfiguration { CardinalityLimit = MostSeries });

    private static void PointToAzure(AzureMonitorExporterOptions options, string connection, string? identity)
    {
        const string Client = "ClientId=";
        options.ConnectionString = connection;
        if (identity?.Split(';').FirstOrDefault(part => part.StartsWith(Client, StringComparison.OrdinalIgnoreCase)) is { } client)
        {
            options.Credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client[Client.Length..]));
        }
    }

    private static void Point(OtlpExporterOptions options, string endpoint, string? protocol) =>
        (options.Endpoint, options.Protocol) = (
            new(endpoint), protocol == "http/protobuf" ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc);
}
