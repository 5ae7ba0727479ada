using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What every stage hands to Reports: an item to which something happened, and whose report is to be written anew.</summary>
internal sealed record ReportDue(ItemId Item, DateTimeOffset At);

internal static class ReportDueWrites
{
    /// <summary>Hands an item to Reports in the very transaction that makes its report old.</summary>
    public static Transaction ReportDue(this Transaction transaction, ItemId item, DateTimeOffset now) =>
        transaction.Put(Keys.ReportDue(item.Value), new ReportDue(item, now), ContentJson.Default.ReportDue);
}
