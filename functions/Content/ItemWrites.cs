using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>Decisions about items as writes of one transaction.</summary>
internal static class ItemWrites
{
    /// <summary>A new revision: the revision, the item's standing, the record, and the hand-over of what is approved already.</summary>
    public static Transaction Accept(this Transaction transaction, Row<Item>? read, IntakeDecision.NewRevision made, PersonId? by, DateTimeOffset now)
    {
        var (item, revision) = (made.Item with { TraceParent = Tracing.Current }, made.Revision);
        transaction
            .Insert(Keys.Revision(item.Id.Value, item.Revision), revision, ContentJson.Default.Revision)
            .Save(read, Keys.Item(item.Id.Value), item, ContentJson.Default.Item)
            .Record(new(item.Id.Value, now, by?.Value ?? HistoryEntry.System, "revision-accepted", item.Revision, Detail: revision.SourceFile));
        transaction.ReportDue(item.Id, now);
        if (read is not null)
        {
            transaction.StopDue(item.Id, now);
        }

        return item.Approval is null ? transaction : transaction.RecordApproval(item, now, [item.Original]);
    }

    /// <summary>An approval of the current revision.</summary>
    /// <param name="ready">The texts that are ready to go out.</param>
    public static Transaction Approve(this Transaction transaction, Row<Item> read, Item approved, IEnumerable<TextId> ready, DateTimeOffset now) =>
        transaction.Replace(read, approved, ContentJson.Default.Item).ReportDue(approved.Id, now).RecordApproval(approved, now, ready);

    public static Transaction Withdraw(this Transaction transaction, Row<Item> read, Item withdrawn, DateTimeOffset now) =>
        transaction
            .Replace(read, withdrawn, ContentJson.Default.Item)
            .ReportDue(withdrawn.Id, now)
            .StopDue(withdrawn.Id, now)
            .Record(new(withdrawn.Id.Value, now, withdrawn.Withdrawal!.By.Value, "withdrawn", withdrawn.Revision, Detail: withdrawn.Withdrawal.Reason));

    /// <summary>A supplied translation, where it says something else than the one that is there and did not come before it.</summary>
    public static Transaction Supply(this Transaction transaction, Row<SuppliedTranslation>? read, SuppliedTranslation supplied) =>
        read is not null && ((read.Value.Hash == supplied.Hash && read.Value.Sample == supplied.Sample) || read.Value.At > supplied.At)
            ? transaction
            : transaction.Save(read, Keys.Supplied(supplied.Item.Value, supplied.Language.Value), supplied, ContentJson.Default.SuppliedTranslation);

    private static Transaction RecordApproval(this Transaction transaction, Item item, DateTimeOffset now, IEnumerable<TextId> ready)
    {
        foreach (var due in ItemDecisions.DueOnApproval(item, ready, now))
        {
            transaction.Due(due.Text, due.At, item.TraceParent);
        }

        return transaction.Record(new(item.Id.Value, now, item.Approval!.By.Value, "approved", item.Revision, Detail: item.Approval.Document));
    }
}
