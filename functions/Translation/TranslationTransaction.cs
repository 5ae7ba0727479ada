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
        transaction.Save(read, KeyOf(translation.TextId), translation, json.TranslatedVersion);
        var inboxKey = Keys.Inbox(version.Language.Value, version.Item.Value, version.Revision, translation.Commune?.Value);
        if (translation.IsOpen)
        {
            var communes = translation.Commune is { } own ? [own] : TranslationAccess.CommunesOf(content, version.Language, directory).Select(commune => commune.Id);
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
                    translation.Claim,
                    translation.Commune),
                json.InboxEntry);
        }
        else if (read?.Value.IsOpen == true)
        {
            transaction.Delete(inboxKey);
        }

        // A variant says in one commune's way what all others say otherwise: the memory, which all share, does not learn it.
        if (translation.Commune is null && (translation.State is TranslationState.Approved || read?.Value.State is TranslationState.Approved))
        {
            transaction.Put(Keys.MemoryDue(version.ToString()), new Due(version, now), ContentJson.Default.Due);
        }

        if (item.Value.State is ItemState.Approved && (translation.State is TranslationState.Approved || MovesItsCommune(read?.Value, translation)))
        {
            transaction.Due(translation.TextId, item.Value.DueAt(now), item.Value.TraceParent);
        }

        return transaction;
    }

    /// <summary>The row of a text.</summary>
    public static string KeyOf(TextId text) => text.Commune is { } commune
        ? Keys.Variant(text.Item.Value, text.Revision, text.Language.Value, commune.Value)
        : Keys.Translation(text.Item.Value, text.Revision, text.Language.Value);

    /// <summary>Whether what its commune gets is another from now on: a variant that comes holds its deliveries, and one that goes lets them go.</summary>
    private static bool MovesItsCommune(TranslatedVersion? before, TranslatedVersion now) =>
        now is { Commune: not null, State: not TranslationState.Outdated }
        && before?.State != now.State
        && (before is not { State: not (TranslationState.Approved or TranslationState.Dropped) } || now.State is TranslationState.Dropped);

    /// <summary>
    /// Makes the transaction fail if the item's approval changes meanwhile: of an item and its translation that are approved at the same moment,
    /// one decides again and sees the other, so that neither forgets the hand-over. Once in a transaction.
    /// </summary>
    public static Transaction Guard(this Transaction transaction, Row<Item> item) => transaction.Replace(item, item.Value, ContentJson.Default.Item);
}
