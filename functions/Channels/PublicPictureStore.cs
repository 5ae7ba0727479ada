using System.Collections.Concurrent;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Channels;

/// <summary>
/// Which pictures the public may see: those that an item shows which went out and was not taken back. All others are seen by those who work
/// here.
/// </summary>
internal sealed class PublicPictureStore(Store store, ItemReader items, TimeProvider time)
{
    private readonly ConcurrentDictionary<ShownPicture, bool> _told = new();

    /// <summary>Says that an item which goes out shows a picture. One transaction, none where this process said so before.</summary>
    public async Task ShowAsync(string blob, ItemId item, CancellationToken cancellationToken)
    {
        var shown = new ShownPicture(blob, item);
        if (!_told.ContainsKey(shown))
        {
            await new Transaction(Keys.Editorial)
                .Put(Keys.Shown(blob, item.Value), shown, ChannelsJson.Default.ShownPicture)
                .CommitAsync(store.Editorial, cancellationToken);
            _told[shown] = true;
        }
    }

    /// <summary>Two transactions, and one more for each item that is out no more.</summary>
    public ValueTask<bool> MayBeSeenAsync(string blob, CancellationToken cancellationToken) =>
        store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.ShownBy(blob), ChannelsJson.Default.ShownPicture, cancellationToken)
            .AnyAsync(async (shown, token) => await IsOutAsync(shown.Value.Item, token), cancellationToken);

    private async Task<bool> IsOutAsync(ItemId item, CancellationToken cancellationToken) =>
        await items.FindAsync(item, cancellationToken) is { Value: { Withdrawal: null } found }
        && !found.IsExpired(time.GetUtcNow());
}
