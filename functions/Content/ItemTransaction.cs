using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What is decided about an item, as writes of one transaction: each hands over the steps that it makes necessary.</summary>
internal static class ItemTransaction
{
    /// <summary>A new revision: it, the item as it stands now, the record, and the hand-over of what is approved already.</summary>
    /// <param name="read">The item before; null where it is new.</param>
    public static Transaction Accept(
        this Transaction transaction, Row<Item>? read, (Item Item, Revision Revision) made, PersonId? by, DateTimeOffset now)
    {
        var (item, revision) = (made.Item with { TraceParent = Tracing.Current, ExpiryHandedOver = made.Item.ExpiresAt }, made.Revision);
        transaction
            .Insert(Keys.Revision(item.Id.Value, item.Revision), revision, ContentJson.Default.Revision)
            .Save(read, Keys.Item(item.Id.Value), item, ContentJson.Default.Item)
            .HandOver(OutboxTopics.Report, ItemDue.Of(item.Id, now))
            .Record(
                new(item.Id.Value, now, by?.Value ?? HistoryEntry.System, "revision-accepted", item.Revision, Detail: revision.SourceFile));
        if (read is not null)
        {
            transaction.HandOver(OutboxTopics.Stop, ItemDue.Of(item.Id, now));
        }

        transaction.HandOverExpiry(item);
        return item.Approval is null ? transaction.List(item) : transaction.HandOverApproved(item, [item.Original], now);
    }

    /// <summary>What the file of an item that waits says of its approval.</summary>
    public static Transaction Claim(this Transaction transaction, Row<Item> read, Item claimed, string by, DateTimeOffset now) =>
        transaction
            .Replace(read, claimed, ContentJson.Default.Item)
            .List(claimed)
            .Record(new(claimed.Id.Value, now, by, "approval-claimed", claimed.Revision, Detail: claimed.Claim?.Document));

    /// <summary>Hands over the expiry of what was stored before that was done.</summary>
    public static Transaction HandOverExpiry(this Transaction transaction, Row<Item> read)
    {
        var item = read.Value with { ExpiryHandedOver = read.Value.ExpiresAt };
        return transaction.Replace(read, item, ContentJson.Default.Item).HandOverExpiry(item);
    }

    /// <summary>An approval of the current revision.</summary>
    /// <param name="ready">The texts that are ready to go out.</param>
    public static Transaction Approve(
        this Transaction transaction, Row<Item> read, Item approved, IEnumerable<TextId> ready, DateTimeOffset now) =>
        transaction
            .Replace(read, approved, ContentJson.Default.Item)
            .HandOver(OutboxTopics.Report, ItemDue.Of(approved.Id, now))
            .HandOverApproved(approved, ready, now);

    public static Transaction Withdraw(this Transaction transaction, Row<Item> read, Item withdrawn, DateTimeOffset now)
    {
        var (by, reason) = (withdrawn.Withdrawal!.By.Value, withdrawn.Withdrawal.Reason);
        return transaction
            .Replace(read, withdrawn, ContentJson.Default.Item)
            .HandOver(OutboxTopics.Report, ItemDue.Of(withdrawn.Id, now))
            .HandOver(OutboxTopics.Stop, ItemDue.Of(withdrawn.Id, now, withdrawn.TraceParent))
            .Record(new(withdrawn.Id.Value, now, by, "withdrawn", withdrawn.Revision, Detail: reason));
    }

    /// <summary>
    /// Takes an item from the list of those that wait for an approval, where it is there.
    /// </summary>
    /// <param name="listed">Its place in the list as it was read.</param>
    public static Transaction Unlist(this Transaction transaction, Row<Item>? listed) =>
        listed is null ? transaction : transaction.Delete(listed);

    /// <summary>
    /// Makes the transaction fail if the item changes meanwhile: of an item and its translation that are approved at the same moment, one
    /// decides again and sees the other, so that neither forgets the hand-over. Once in a transaction.
    /// </summary>
    public static Transaction Guard(this Transaction transaction, Row<Item> item) =>
        transaction.Replace(item, item.Value, ContentJson.Default.Item);

    /// <summary>A supplied translation, where it says something else than the one that is there and did not come before it.</summary>
    public static Transaction Supply(this Transaction transaction, Row<SuppliedTranslation>? read, SuppliedTranslation supplied) =>
        read is not null && ((read.Value.Hash == supplied.Hash && read.Value.Sample == supplied.Sample) || read.Value.At > supplied.At)
            ? transaction
            : transaction.Save(
                read, Keys.Supplied(supplied.Item.Value, supplied.Language.Value), supplied, ContentJson.Default.SuppliedTranslation);

    private static Transaction List(this Transaction transaction, Item item) =>
        transaction.Put(Keys.ToApprove(item.Id.Value), item, ContentJson.Default.Item);

    private static Transaction HandOverExpiry(this Transaction transaction, Item item) =>
        item.ExpiresAt is { } at
            ? transaction.HandOver(OutboxTopics.Expire, ItemDue.Of(item.Id, at, item.TraceParent))
            : transaction;

    private static Transaction HandOverApproved(this Transaction transaction, Item item, IEnumerable<TextId> ready, DateTimeOffset now)
    {
        foreach (var due in ItemDecisions.DueOnApproval(item, ready, now))
        {
            transaction.HandOver(OutboxTopics.Publish, due);
        }

        return transaction.Record(
            new(item.Id.Value, now, item.Approval!.Who, "approved", item.Revision, Detail: item.Approval.Document));
    }
}
