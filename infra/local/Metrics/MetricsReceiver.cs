using Dissemination.Local.Metrics.Otlp;
using Grpc.Core;

namespace Dissemination.Local.Metrics;

/// <summary>Takes the worker's counters as any collector would: the worker only knows that an OTLP endpoint is configured.</summary>
internal sealed class MetricsReceiver(Counts counts) : MetricsService.MetricsServiceBase
{
    public override Task<ExportMetricsServiceResponse> Export(ExportMetricsServiceRequest request, ServerCallContext context)
    {
        foreach (var scope in request.ResourceMetrics.SelectMany(resource => resource.ScopeMetrics))
        {
            foreach (var metric in scope.Metrics)
            {
                foreach (var point in metric.Sum?.DataPoints ?? [])
                {
                    var service = point.Attributes.FirstOrDefault(attribute => attribute.Key == "service")?.Value.StringValue ?? "";
                    counts.Report(new(scope.Scope.Name, metric.Name, metric.Description, service), point.StartTimeUnixNano, point.AsInt);
                }
            }
        }

        return Task.FromResult(new ExportMetricsServiceResponse());
    }
}
