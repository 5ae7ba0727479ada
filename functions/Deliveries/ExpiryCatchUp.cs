using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>Woken by the timer: hands over the expiry of items that were stored before an expiry was acted on, each once.</summary>
internal sealed class ExpiryCatchUp(Store store, ItemReader items)
{
    /// <summary>One transaction for each thousand items, and one for each that is handed over. What changed meanwhile comes next time.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await foreach (var item in items.AllAsync(cancellationToken)
            .Where(row => row.Value.ExpiresAt is not null && row.Value.ExpiryHandedOver != row.Value.ExpiresAt))
        {
            await new Transaction(Keys.Editorial).HandOverExpiry(item).CommitAsync(store.Editorial, cancellationToken);
        }
    }
}
