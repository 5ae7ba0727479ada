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
        var (item, revision) = (
            made.Item with
            {
                TraceParent = Tracing.Current,
                ExpiryHandedOver = made.Item.ExpiresAt,
                ListedIn = read?.Value.ListedIn ?? ItemDays.MonthOf(LocalTime.DayOf(now)),
            },
            made.Revision);
        transaction
            .Insert(Keys.Revision(item.Id.Value, item.Revision), revision, ContentJson.Default.Revision)
            .Keep(read, item, now)
            .Put(
                Keys.ListedWords(item.ListedIn!.Value, item.Id.Value),
                ListedWords.Of(revision.Content),
                ContentJson.Default.ListedWords)
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
            .Keep(read, claimed, now)
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
            .Keep(read, approved, now)
            .HandOver(OutboxTopics.Report, ItemDue.Of(approved.Id, now))
            .HandOverApproved(approved, ready, now);

    public static Transaction Withdraw(this Transaction transaction, Row<Item> read, Item withdrawn, DateTimeOffset now)
    {
        var (by, reason) = (withdrawn.Withdrawal!.By.Value, withdrawn.Withdrawal.Reason);
        return transaction
            .Keep(read, withdrawn, now)
            .HandOver(OutboxTopics.Report, ItemDue.Of(withdrawn.Id, now))
            .HandOver(OutboxTopics.Stop, ItemDue.Of(withdrawn.Id, now, withdrawn.TraceParent))
            .Record(new(withdrawn.Id.Value, now, by, "withdrawn", withdrawn.Revision, Detail: reason));
    }

    /// <summary>What was decided on the calendar; what is due is handed over anew by whoever knows the texts.</summary>
    public static Transaction Schedule(this Transaction transaction, Row<Item> read, Item scheduled, DateTimeOffset now)
    {
        transaction.Keep(read, scheduled, now).HandOver(OutboxTopics.Report, ItemDue.Of(scheduled.Id, now, scheduled.TraceParent));
        return scheduled.State is ItemState.WaitingForApproval ? transaction.List(scheduled) : transaction;
    }

    /// <summary>Puts an item into the list and onto the calendar that was stored before there were any.</summary>
    public static Transaction Relist(this Transaction transaction, Row<Item> read, ItemContent content, DateTimeOffset now)
    {
        var item = read.Value with
        {
            Resolution = content.Resolution,
            Topics = content.Topics,
            Communes = content.Communes,
            ListedIn = ItemDays.MonthOf(LocalTime.DayOf(read.Value.AcceptedAt)),
            ReadyAt = read.Value.Approval is null ? null : read.Value.AcceptedAt,
        };
        return transaction
            .Keep(read, item, now)
            .Put(Keys.ListedWords(item.ListedIn.Value, item.Id.Value), ListedWords.Of(content), ContentJson.Default.ListedWords);
    }

    /// <summary>What places get that carry no Vietnamese; of an approved item that is planned anew, which doubles nothing.</summary>
    public static Transaction Choose(this Transaction transaction, Row<Item> read, Item chosen, PersonId by, DateTimeOffset now)
    {
        transaction
            .Keep(read, chosen, now)
            .Record(
                new(chosen.Id.Value, now, by.Value, $"untranslated-{EnumNames.Of(chosen.Untranslated!.Value)}", chosen.Revision));
        return chosen switch
        {
            { State: ItemState.WaitingForApproval } => transaction.List(chosen),
            { State: ItemState.Approved, Untranslated: Untranslated.Vietnamese } =>
                transaction.HandOver(
                    OutboxTopics.Publish,
                    VersionDue.Of(chosen.Original, chosen.DueAt(LanguageTag.Vietnamese, now), chosen.TraceParent)),
            _ => transaction,
        };
    }

    /// <summary>Gives it back to whoever handed it in.</summary>
    public static Transaction Return(this Transaction transaction, Row<Item> read, Item returned) =>
        transaction
            .Keep(read, returned, returned.Returned!.At)
            .HandOver(OutboxTopics.Report, ItemDue.Of(returned.Id, returned.Returned!.At))
            .Record(
                new(
                    returned.Id.Value,
                    returned.Returned.At,
                    returned.Returned.By.Value,
                    "item-returned",
                    returned.Revision,
                    Detail: returned.Returned.Reason));

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

    /// <summary>
    /// Writes an item, and it once more into the list of all and on each day of the calendar that it stands on, or stood on: a row that
    /// does not name its day any more counts for nothing.
    /// </summary>
    private static Transaction Keep(this Transaction transaction, Row<Item>? read, Item item, DateTimeOffset now)
    {
        var kept = item with { ReadyAt = item.Approval is null ? null : item.ReadyAt ?? now };
        kept = kept with { CalendarDays = ItemDays.DaysOf(kept) };
        transaction.Save(read, Keys.Item(kept.Id.Value), kept, ContentJson.Default.Item);
        if (kept.ListedIn is { } month)
        {
            transaction.Put(Keys.Listed(month, kept.Id.Value), kept, ContentJson.Default.Item);
        }

        foreach (var day in kept.CalendarDays.Union(read?.Value.CalendarDays ?? []))
        {
            transaction.Put(Keys.OnCalendar(day, kept.Id.Value), kept, ContentJson.Default.Item);
        }

        return transaction;
    }

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
