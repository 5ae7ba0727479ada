using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary>Takes what is unfinished of a withdrawn item out of every inbox, and has those who were asked for it told so.</summary>
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
    /// Three transactions, and two for each text that is closed; one where the item is not withdrawn. Repeating it changes nothing.
    /// </summary>
    public async Task CloseAsync(ItemId id, CancellationToken cancellationToken)
    {
        var item = await items.FindAsync(id, cancellationToken);
        if (item is not { Value.Withdrawal: { } withdrawal })
        {
            return;
        }

        var directory = await directories.CurrentAsync(cancellationToken);
        var texts = translations.OfAsync(id, cancellationToken).Concat(translations.VariantsOfAsync(id, cancellationToken));
        await foreach (var text in texts.Where(row => row.Value.IsOpen && row.Value.Id.Revision <= item.Value.Revision))
        {
            await CloseAsync(item, withdrawal, text, directory, cancellationToken);
        }
    }

    // Every change of a text holds on to its item, so after the withdrawal nobody writes beside this; a revision that came meanwhile brings
    // the item back.
    private async Task CloseAsync(
        Row<Item> item,
        Withdrawal withdrawal,
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
            .Record(closed.TextId, now, withdrawal.By.Value, Closed, withdrawal.Reason)
            .CommitAsync(store.Editorial, cancellationToken);
    }
}
