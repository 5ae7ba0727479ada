using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Intake.Drafts;

/// <summary>What becomes of a draft in the transaction that decides about its item.</summary>
internal static class DraftTransaction
{
    /// <summary>Opens the draft of an item again that was given back, with the reason.</summary>
    /// <param name="draft">Null where the item came from none.</param>
    public static Transaction Reopen(this Transaction transaction, Row<Draft>? draft, ItemReturn returned)
    {
        if (draft is null)
        {
            return transaction;
        }

        var open = draft.Value with { Sent = null, Returned = returned };
        var key = Keys.Draft(open.Id.Value);
        return draft.RowKey == key
            ? transaction.Replace(draft, open, IntakeJson.Default.Draft)
            : transaction.Insert(key, open, IntakeJson.Default.Draft).Delete(draft);
    }
}
