using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary>The writes that every change of a translation consists of.</summary>
internal static class TranslationTransaction
{
    /// <summary>Stores a translation and keeps the inbox in step.</summary>
    public static Transaction Store(this Transaction transaction, TranslationChange change)
    {
        var (inboxKey, json) = (InboxKeyOf(change.After.TextId), TranslationJson.Default);
        transaction.Save(change.Read, KeyOf(change.After.TextId), change.After, json.TranslatedVersion);
        return change.After.IsOpen ? transaction.Put(inboxKey, InboxEntry.Of(change), json.InboxEntry)
            : change.Before?.IsOpen == true ? transaction.Delete(inboxKey)
            : transaction;
    }

    /// <summary>A line of the record about a text.</summary>
    public static Transaction Record(
        this Transaction transaction, TextId text, DateTimeOffset at, string who, string what, string? detail = null) =>
        transaction.Record(new(text.Item.Value, at, who, what, text.Revision, text.Language.Value, detail, text.Commune?.Value));

    /// <summary>The row of a text.</summary>
    public static string KeyOf(TextId text) => text.Commune is { } commune
        ? Keys.Variant(text.Item.Value, text.Revision, text.Language.Value, commune.Value)
        : Keys.Translation(text.Item.Value, text.Revision, text.Language.Value);

    private static string InboxKeyOf(TextId text) =>
        Keys.Inbox(text.Language.Value, text.Item.Value, text.Revision, text.Commune?.Value);
}
