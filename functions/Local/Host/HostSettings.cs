using System.Globalization;
using System.Text.Json;

namespace Dissemination.Local.Host;

/// <summary>What <c>host.json</c> says, with the host's own defaults.</summary>
internal sealed record HostSettings
{
    public int BatchSize { get; init; } = 16;

    public int NewBatchThreshold { get; init; } = 8;

    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message waits after a failure.</summary>
    public TimeSpan RetryAfter { get; init; }

    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    public int BlobsAtOnce { get; init; } = 8;

    public int MaxBlobTries { get; init; } = 5;

    public string RoutePrefix { get; init; } = "api";

    public TimeSpan FunctionTimeout { get; init; } = TimeSpan.FromMinutes(5);

    public static HostSettings Read(JsonElement host)
    {
        HostSettings otherwise = new();
        var extensions = Section(host, "extensions");
        var queues = Section(extensions, "queues");
        var blobs = Section(extensions, "blobs");
        var batch = Number(queues, "batchSize", otherwise.BatchSize);
        return new()
        {
            BatchSize = batch,
            NewBatchThreshold = Number(queues, "newBatchThreshold", batch / 2),
            MaxDequeueCount = Number(queues, "maxDequeueCount", otherwise.MaxDequeueCount),
            RetryAfter = Span(queues, "visibilityTimeout", otherwise.RetryAfter),
            MaxPollingInterval = Span(queues, "maxPollingInterval", otherwise.MaxPollingInterval),
            BlobsAtOnce = Number(blobs, "maxDegreeOfParallelism", otherwise.BlobsAtOnce),
            MaxBlobTries = Number(blobs, "poisonBlobThreshold", otherwise.MaxBlobTries),
            RoutePrefix = Text(Section(extensions, "http"), "routePrefix") ?? otherwise.RoutePrefix,
            FunctionTimeout = Span(host, "functionTimeout", otherwise.FunctionTimeout),
        };
    }

    private static JsonElement Section(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var section) ? section : default;

    private static string? Text(JsonElement section, string name) => Section(section, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static int Number(JsonElement section, string name, int otherwise) =>
        Section(section, name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : otherwise;

    private static TimeSpan Span(JsonElement section, string name, TimeSpan otherwise) =>
        Text(section, name) is { } text ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
