namespace Dissemination.Local;

/// <summary>For a part of this host: <see cref="OneMachine"/> hears the signals and stops the parts in order.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
