using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Deliveries;

/// <summary>Woken by the timer: has what was planned of withdrawn and replaced items stopped, and their unfinished translations closed.</summary>
internal sealed class StopDispatcher(Outbox outbox, DeliveryStopper deliveries, TranslationCloser translations)
{
    /// <summary>The most items that one invocation looks at; the next tick takes the rest.</summary>
    private const int AtMost = 20;

    public Task StopDueAsync(CancellationToken cancellationToken) =>
        outbox.DispatchAsync(OutboxTopics.Stop, AtMost, StopAsync, cancellationToken);

    private async Task<OutboxOutcome> StopAsync(ItemDue due, CancellationToken cancellationToken)
    {
        await translations.CloseAsync(due.Item, cancellationToken);
        return await deliveries.StopAsync(due.Item, cancellationToken) ? OutboxOutcome.Done : OutboxOutcome.Later;
    }
}
