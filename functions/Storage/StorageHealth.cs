using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dissemination.Storage;

/// <summary>
/// Whether blobs, queues and tables answer. Anybody may ask as often as he or she likes, so they are looked at once a second at most:
/// three transactions. An exception, whichever it is, says that they do not, and is not remembered.
/// </summary>
internal sealed class StorageHealth(Store store, TimeProvider time) : IHealthCheck
{
    public const string Name = "storage";

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private readonly Lock _turn = new();
    private Task? _look;
    private long _began;

    /// <summary>Whoever asks waits two seconds at most.</summary>
    public static TimeSpan MostWait { get; } = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await Look().WaitAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }

    /// <summary>The look that is under way, or a moment old.</summary>
    private Task Look()
    {
        lock (_turn)
        {
            if (_look is null or { IsFaulted: true } or { IsCanceled: true }
                || (_look.IsCompleted && time.GetElapsedTime(_began) >= Remembered))
            {
                _began = time.GetTimestamp();
                _look = LookAsync();
            }

            return _look;
        }
    }

    /// <summary>Whoever asked first may be gone before the others have their answer.</summary>
    private async Task LookAsync()
    {
        using var late = new CancellationTokenSource(MostWait, time);
        await store.CheckAsync(late.Token);
    }
}
