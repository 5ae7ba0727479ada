namespace Dissemination.Storage.Schema;

/// <summary>
/// Before the program takes up its work: refuses to where the records are of a newer one, and brings older ones up. While storage is away
/// that waits, and the program starts; it can write nothing until then, either.
/// </summary>
internal sealed partial class SchemaGate(SchemaUpgrade upgrade, TimeProvider time, ILogger<SchemaGate> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private bool _isPassed;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await PassAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!_isPassed)
        {
            await Task.Delay(Pause, time, stoppingToken);
            await PassAsync(stoppingToken);
        }
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var waiting = ReaderPatience.Begin();
            await upgrade.RunAsync(cancellationToken);
            _isPassed = true;
        }
        catch (Exception e) when (StorageFailure.IsAway(e) && !cancellationToken.IsCancellationRequested)
        {
            LogAway(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Storage is away, so the version of its records is not known yet")]
    private partial void LogAway(Exception exception);
}
