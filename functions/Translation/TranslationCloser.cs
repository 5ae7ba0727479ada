using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary>
/// Takes what is unfinished of an item that was withdrawn or has expired out of every inbox, and has those who were asked for it told so.
/// </summary>
internal sealed class TranslationCloser(
    Store store,
    ItemReader items,
    TranslationService translations,
    DirectoryStore directories,
    ReviewNotificationOptions notifications,
    TimeProvider time)
{
    /// <summary>The word of the record.</summary>
    public const string Closed = "translation-closed";

    /// <summary>
    /// Three transactions, and two for each text that is closed; one where the item may still go out. Repeating it changes nothing.
    /// </summary>
    /// <exception cref="LostRaceException">Somebody changed its texts each time: the rest of them is still open.</exception>
    public Task CloseAsync(ItemId id, CancellationToken cancellationToken) =>
        OptimisticRetry.RunAsync<bool>(() => TryCloseAsync(id, cancellationToken), $"the texts of {id}");

    /// <returns>Null where somebody changed one of its texts meanwhile, as whoever sent it a moment before its item expired.</returns>
    private async Task<bool?> TryCloseAsync(ItemId id, CancellationToken cancellationToken)
    {
        var item = await items.FindAsync(id, cancellationToken);
        if (item is null || WhyOf(item.Value, time.GetUtcNow()) is not { } why)
        {
            return true;
        }

        var directory = await directories.CurrentAsync(cancellationToken);
        var texts = translations.OfAsync(id, cancellationToken).Concat(translations.VariantsOfAsync(id, cancellationToken));
        var areClosed = true;
        await foreach (var text in texts.Where(row => row.Value.IsOpen && row.Value.Id.Revision <= item.Value.Revision))
        {
            areClosed &= await TryCloseAsync(item, why, text, directory, cancellationToken);
        }

        return areClosed ? true : null;
    }

    /// <summary>Who ended it, and why; null where it has not ended.</summary>
    private static (string By, string Detail)? WhyOf(Item item, DateTimeOffset now) =>
        item.Withdrawal is { } withdrawal ? (withdrawal.By.Value, withdrawal.Reason)
        : item.IsExpired(now) ? (HistoryEntry.System, LocalTime.Text(item.ExpiresAt!.Value))
        : null;

    // A revision that came meanwhile brings the item back.
    private async Task<bool> TryCloseAsync(
        Row<Item> item,
        (string By, string Detail) why,
        Row<TranslatedVersion> text,
        DirectorySnapshot directory,
        CancellationToken cancellationToken)
    {
        var (id, now) = (text.Value.Id, time.GetUtcNow());
        var closed = text.Value with { IsClosed = true, ChangedAt = now };
        var content = await items.ContentAsync(id.Item, id.Revision, cancellationToken);
        var change = new TranslationChange(text, closed, item, content, directory, now);
        return await new Transaction(Keys.Editorial)
            .Store(change)
            .HandOver(change, notifications)
            .Record(closed.TextId, now, why.By, Closed, why.Detail)
            .CommitAsync(store.Editorial, cancellationToken);
    }
}
