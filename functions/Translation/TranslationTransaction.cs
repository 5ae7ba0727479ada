using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary>The writes that every change of a translation consists of.</summary>
internal static class TranslationTransaction
{
    /// <summary>Stores a translation, keeps the inbox in step, and hands it to Publishing once it may go out.</summary>
    /// <param name="item">Read in the same turn; where the translation is approved, <see cref="Guard"/> has to be in the transaction too.</param>
    public static Transaction Store(
        this Transaction transaction,
        Row<TranslatedVersion>? read,
        TranslatedVersion translation,
        Row<Item> item,
        ItemContent content,
        DirectorySnapshot directory,
        DateTimeOffset now)
    {
        var (version, json) = (translation.Id, TranslationJson.Default);
        transaction.Save(read, Keys.Translation(version.Item.Value, version.Revision, version.Language.Value), translation, json.TranslatedVersion);
        var inboxKey = Keys.Inbox(version.Language.Value, version.Item.Value, version.Revision);
        if (translation.IsOpen)
        {
            var communes = TranslationAccess.CommunesOf(content, version.Language, directory).Select(commune => commune.Id);
            transaction.Put(
                inboxKey,
                new InboxEntry(
                    version,
                    content.Kind,
                    item.Value.Headline,
                    translation.State,
                    translation.Sample,
                    [.. communes],
                    translation.ChangedAt,
                    translation.Segments.Length,
                    translation.OpenSegments,
                    translation.Assignment,
                    translation.Claim),
                json.InboxEntry);
        }
        else if (read?.Value.IsOpen == true)
        {
            transaction.Delete(inboxKey);
        }

        if (translation.State is TranslationState.Approved || read?.Value.State is TranslationState.Approved)
        {
            transaction.Put(Keys.MemoryDue(version.ToString()), new Due(version, now), ContentJson.Default.Due);
        }

        if (translation.State is TranslationState.Approved && item.Value.State is ItemState.Approved)
        {
            var at = item.Value.PublishAt is { } publishAt && publishAt > now ? publishAt : now;
            transaction.Put(Keys.Due(at, version.ToString()), new Due(version, at), ContentJson.Default.Due);
        }

        return transaction;
    }

    /// <summary>
    /// Makes the transaction fail if the item's approval changes meanwhile: of an item and its translation that are approved at the same moment,
    /// one decides again and sees the other, so that neither forgets the hand-over. Once in a transaction.
    /// </summary>
    public static Transaction Guard(this Transaction transaction, Row<Item> item) => transaction.Replace(item, item.Value, ContentJson.Default.Item);
}
