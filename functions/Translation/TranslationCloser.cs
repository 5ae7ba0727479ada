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
    public async Task CloseAsync(ItemId id, CancellationToken cancellationToken)
    {
        var item = await items.FindAsync(id, cancellationToken);
        if (item is null || WhyOf(item.Value, time.GetUtcNow()) is not { } why)
        {
            return;
        }

        var directory = await directories.CurrentAsync(cancellationToken);
        var texts = translations.OfAsync(id, cancellationToken).Concat(translations.VariantsOfAsync(id, cancellationToken));
        await foreach (var text in texts.Where(row => row.Value.IsOpen && row.Value.Id.Revision <= item.Value.Revision))
        {
            await CloseAsync(item, why, text, directory, cancellationToken);
        }
    }

    /// <summary>Who ended it, and why; null where it has not ended.</summary>
    private static (string By, string Detail)? WhyOf(Item item, DateTimeOffset now) =>
        item.Withdrawal is { } withdrawal ? (withdrawal.By.Value, withdrawal.Reason)
        : item.IsExpired(now) ? (HistoryEntry.System, LocalTime.Text(item.ExpiresAt!.Value))
        : null;

    // Every change of a text holds on to its item, so after the withdrawal nobody writes beside this; a revision that came meanwhile brings
    // the item back.
    private async Task CloseAsync(
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
        await new Transaction(Keys.Editorial)
            .Store(change)
            .HandOver(change, notifications)
            .Record(closed.TextId, now, why.By, Closed, why.Detail)
            .CommitAsync(store.Editorial, cancellationToken);
    }
}
