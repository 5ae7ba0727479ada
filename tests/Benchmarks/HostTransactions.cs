using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks;

/// <summary>
/// Counts what this process asks of storage, whichever client asks: .NET's own HTTP client says so of every request that leaves. The
/// worker is another process and counts for itself, so what is counted here is the host's part: queues and blobs that are polled, messages
/// that are taken and deleted, receipts, timers.
/// </summary>
internal sealed class HostTransactions : IDisposable
{
    private readonly ConcurrentDictionary<StorageUse, long> _counts = new();
    private readonly Dictionary<int, string> _services;
    private readonly ActivityListener _listener;

    /// <param name="connectionString">Of the storage: each of its services has a port of its own.</param>
    public HostTransactions(string connectionString)
    {
        DbConnectionStringBuilder parts = new() { ConnectionString = connectionString };
        _services = ((string[])["table", "blob", "queue"]).ToDictionary(service => new Uri((string)parts[$"{service}Endpoint"]).Port);
        _listener = new()
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = Count,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IEnumerable<StorageUse> Uses => _counts.Select(count => count.Key with { Count = count.Value });

    public void Dispose() => _listener.Dispose();

    private void Count(Activity request)
    {
        if (request.GetTagItem("server.port") is int port && _services.TryGetValue(port, out var service))
        {
            // The first part of the path is the account: /devstoreaccount1/lanes/messages.
            var name = new Uri((string)request.GetTagItem("url.full")!).Segments.ElementAtOrDefault(2)?.TrimEnd('/') ?? "";
            var access = request.GetTagItem("http.request.method") is "GET" or "HEAD" ? "read" : "write";
            _counts.AddOrUpdate(new(StorageUse.Host, service, name, access, 0), 1, static (_, count) => count + 1);
        }
    }
}
