using Azure.Data.Tables;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// Woken by the timer: finds shares that should have been worked at and were not, so that no delivery stays due, retrying or in
/// <c>sending</c> although its message was lost. Every block with an open delivery is in the backlog, so looking there finds them all.
/// </summary>
internal sealed partial class ShareRecovery(Store store, Backlog backlog, TimeProvider time, ILogger<ShareRecovery> logger)
{
    /// <summary>So long overdue is nothing that a share is being worked at for; far longer than a lease and a turn.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(2);

    /// <summary>One transaction for each thousand blocks that are open.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() - Overdue;
        var shares = await store.Backlog
            .QueryAsync<TableEntity>(
                TableReading.Partition(Keys.BacklogPartition), select: [nameof(TableEntity.RowKey)], cancellationToken: cancellationToken)
            .Where(row => Keys.BacklogDue(row.RowKey) < until)
            .Select(row => Keys.ShareOfBlock(row.RowKey))
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var share in shares)
        {
            LogOverdue(share);
            await backlog.WakeAsync(share, TimeSpan.Zero, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The share {Share} of the lanes has overdue deliveries and is woken again")]
    private partial void LogOverdue(string share);
}
