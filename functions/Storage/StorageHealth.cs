using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dissemination.Storage;

/// <summary>Whether blobs, queues and tables answer: three transactions. An exception, whichever it is, says that they do not.</summary>
internal sealed class StorageHealth(Store store) : IHealthCheck
{
    public const string Name = "storage";

    /// <summary>Whoever asks waits two seconds at most.</summary>
    public static TimeSpan MostWait { get; } = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await store.CheckAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
