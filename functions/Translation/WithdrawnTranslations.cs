using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation.Review;

namespace Dissemination.Translation;

/// <summary>Takes what is unfinished of a withdrawn item out of every inbox, and has those who were asked for it told so.</summary>
internal sealed class WithdrawnTranslations(Store store, DirectoryStore directories, ReviewHerald herald, TimeProvider time)
{
    /// <summary>The word of the record.</summary>
    public const string Closed = "translation-closed";

    /// <summary>Three transactions, and two for each text that is closed; one where the item is not withdrawn. Repeating it changes nothing.</summary>
    public async Task CloseAsync(ItemId id, CancellationToken cancellation)
    {
        var item = await store.Editorial.FindAsync(Keys.Editorial, Keys.Item(id.Value), ContentJson.Default.Item, cancellation);
        if (item is not { Value.Withdrawal: { } withdrawal })
        {
            return;
        }

        var directory = await directories.CurrentAsync(cancellation);
        foreach (var prefix in (string[])[Keys.TranslationsOf(id.Value), Keys.VariantsOf(id.Value)])
        {
            var texts = store.Editorial.StartingWithAsync(Keys.Editorial, prefix, TranslationJson.Default.TranslatedVersion, cancellation);
            await foreach (var text in texts.Where(row => row.Value.IsOpen && row.Value.Id.Revision <= item.Value.Revision).WithCancellation(cancellation))
            {
                await CloseAsync(item, withdrawal, text, directory, cancellation);
            }
        }
    }

    // Every change of a text holds on to its item, so after the withdrawal nobody writes beside this; a revision that came meanwhile brings the item back.
    private async Task CloseAsync(Row<Item> item, Withdrawal withdrawal, Row<TranslatedVersion> text, DirectorySnapshot directory, CancellationToken cancellation)
    {
        var (id, now) = (text.Value.Id, time.GetUtcNow());
        var revision = await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(id.Item.Value, id.Revision), ContentJson.Default.Revision, cancellation)
            ?? throw new InvalidDataException($"The source of {id} is not stored.");
        var closed = text.Value with { IsClosed = true, ChangedAt = now };
        await new Transaction(Keys.Editorial)
            .Store(text, closed, item, revision.Value.Content, directory, now)
            .TellReviewers(herald, text.Value, closed, now)
            .Record(new(id.Item.Value, now, withdrawal.By.Value, Closed, id.Revision, id.Language.Value, withdrawal.Reason, closed.Commune?.Value))
            .CommitAsync(store.Editorial, cancellation);
    }
}
