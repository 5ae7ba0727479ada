using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>Woken by the timer: hands over the expiry of items that were stored before an expiry was acted on, each once.</summary>
internal sealed class ExpiryCatchUp(Store store, ItemReader items, TimeProvider time)
{
    private bool _isDone;

    /// <summary>
    /// One transaction for each thousand items, and one for each that is handed over. What changed meanwhile comes next time; once nothing
    /// is left no item is read any more.
    /// </summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        _isDone = _isDone || await store.Editorial.FindAsync(
            Keys.Editorial, Keys.ExpiriesCaughtUp, DeliveriesJson.Default.ExpiriesCaughtUp, cancellationToken) is not null;
        if (_isDone)
        {
            return;
        }

        var found = 0;
        await foreach (var item in items.AllAsync(cancellationToken)
            .Where(row => row.Value.ExpiresAt is not null && row.Value.ExpiryHandedOver != row.Value.ExpiresAt))
        {
            found++;
            await new Transaction(Keys.Editorial).HandOverExpiry(item).CommitAsync(store.Editorial, cancellationToken);
        }

        if (found == 0)
        {
            await new Transaction(Keys.Editorial)
                .Put(Keys.ExpiriesCaughtUp, new(time.GetUtcNow()), DeliveriesJson.Default.ExpiriesCaughtUp)
                .CommitAsync(store.Editorial, cancellationToken);
        }
    }
}
