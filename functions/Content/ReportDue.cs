using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What every stage hands to Reports: an item to which something happened, and whose report is to be written anew.</summary>
/// <param name="TraceParent">The stage in which it happened; null where nothing was traced.</param>
internal sealed record ReportDue(ItemId Item, DateTimeOffset At, string? TraceParent = null);

internal static class ReportDueWrites
{
    /// <summary>Hands an item to Reports in the very transaction that makes its report old.</summary>
    /// <param name="traceParent">Where it belongs if it happened in no stage of its own.</param>
    public static Transaction ReportDue(this Transaction transaction, ItemId item, DateTimeOffset now, string? traceParent = null) =>
        transaction.Put(Keys.ReportDue(item.Value), new ReportDue(item, now, Tracing.Current ?? traceParent), ContentJson.Default.ReportDue);
}
