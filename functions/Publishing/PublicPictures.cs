using System.Collections.Concurrent;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>Which pictures the public may see: those that an item shows which went out and was not taken back. All others are seen by those who work here.</summary>
internal sealed class PublicPictures(Store store, TimeProvider time)
{
    private readonly ConcurrentDictionary<ShownPicture, bool> _told = new();

    /// <summary>Says that an item which goes out shows a picture. One transaction, none where this process said so before.</summary>
    public async Task ShowAsync(string blob, ItemId item, CancellationToken cancellation)
    {
        var shown = new ShownPicture(blob, item);
        if (!_told.ContainsKey(shown))
        {
            await new Transaction(Keys.Editorial)
                .Put(Keys.Shown(blob, item.Value), shown, PublishingJson.Default.ShownPicture)
                .CommitAsync(store.Editorial, cancellation);
            _told[shown] = true;
        }
    }

    /// <summary>Two transactions, and one more for each item that is out no more.</summary>
    public ValueTask<bool> MayBeSeenAsync(string blob, CancellationToken cancellation) =>
        store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.ShownBy(blob), PublishingJson.Default.ShownPicture, cancellation)
            .AnyAsync(async (shown, token) => await IsOutAsync(shown.Value.Item, token), cancellation);

    private async Task<bool> IsOutAsync(ItemId item, CancellationToken cancellation) =>
        await store.Editorial.FindAsync(Keys.Editorial, Keys.Item(item.Value), ContentJson.Default.Item, cancellation) is { Value: { Withdrawal: null } found }
        && !found.IsExpired(time.GetUtcNow());
}
