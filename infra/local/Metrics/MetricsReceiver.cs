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
                    Counter counter = new(scope.Scope.Name, metric.Name, metric.Description, PurposeOf(point));
                    counts.Report(counter, point.StartTimeUnixNano, point.AsInt);
                }
            }
        }

        return Task.FromResult(new ExportMetricsServiceResponse());
    }

    private static Purpose PurposeOf(NumberDataPoint point)
    {
        return new(Find("service"), Find("name"), Find("access"));

        string Find(string key) => point.Attributes.FirstOrDefault(attribute => attribute.Key == key)?.Value.StringValue ?? "";
    }
}
