namespace Dissemination.Storage;

/// <summary>Creates tables, queues and containers before the program takes up its work, where no deployment has: on one machine.</summary>
internal sealed class StorageCreation(Store store) : IHostedService
{
    /// <summary>Switches it on. In Azure the deployment makes them, so no start pays for asking.</summary>
    public const string Setting = "Storage:CreateMissing";

    public Task StartAsync(CancellationToken cancellationToken) => store.CreateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
