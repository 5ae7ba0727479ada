using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Dissemination.Tests.Flow;

/// <summary>Keeps the spans of the program's stages, as an exporter gets them, while it lives.</summary>
internal sealed class Traced : IDisposable
{
    private readonly List<Activity> _spans = [];
    private readonly TracerProvider _provider;

    public Traced() => _provider = Sdk.CreateTracerProviderBuilder().AddSource(Tracing.SourceName).AddInMemoryExporter(_spans).Build();

    /// <summary>In the order in which they ended.</summary>
    public IReadOnlyList<Activity> Spans => _spans;

    /// <summary>Those of a stage.</summary>
    public IReadOnlyList<Activity> Of(string stage) => [.. _spans.Where(span => span.DisplayName == stage)];

    public void Dispose() => _provider.Dispose();
}
