using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Deliveries;

/// <summary>Woken by the timer: has what was planned of withdrawn and replaced items stopped, and their unfinished translations closed.</summary>
internal sealed partial class StopDispatcher(
    Outbox outbox, DeliveryStopper deliveries, TranslationCloser translations, ILogger<StopDispatcher> logger)
{
    /// <summary>The most items that one invocation looks at; the next tick takes the rest.</summary>
    private const int AtMost = 20;

    public Task StopDueAsync(CancellationToken cancellationToken) =>
        outbox.DispatchAsync(OutboxTopics.Stop, AtMost, StopAsync, FailedAsync, cancellationToken);

    private async Task<OutboxOutcome> StopAsync(ItemDue due, CancellationToken cancellationToken)
    {
        await translations.CloseAsync(due.Item, cancellationToken);
        return await deliveries.StopAsync(due.Item, cancellationToken) ? OutboxOutcome.Done : OutboxOutcome.Later;
    }

    private Task FailedAsync(ItemDue due, Exception exception, CancellationToken cancellationToken)
    {
        LogNotStopped(exception, due.Item);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Error, "What is planned of {Item} could not be stopped")]
    private partial void LogNotStopped(Exception exception, ItemId item);
}
