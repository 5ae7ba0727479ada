using Azure.Data.Tables;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// Woken by the timer: finds lanes that should have been worked at and were not, so that no delivery stays due, retrying or in
/// <c>sending</c> although its message was lost. Every open delivery is in a backlog, so looking there finds them all.
/// </summary>
internal sealed partial class LaneRecovery(Store store, Backlog backlog, TimeProvider time, ILogger<LaneRecovery> logger)
{
    /// <summary>So long overdue is nothing that a lane is being worked at for; far longer than a lease and a turn.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(2);

    /// <summary>One transaction for each thousand batches that are overdue.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var until = Keys.Backlog(time.GetUtcNow() - Overdue, "", "");
        var filter = TableClient.CreateQueryFilter($"RowKey lt {until}");
        var lanes = await store.Backlog
            .QueryAsync<TableEntity>(filter, select: [nameof(TableEntity.PartitionKey)], cancellationToken: cancellationToken)
            .Select(row => row.PartitionKey)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var lane in lanes)
        {
            LogOverdue(lane);
            await backlog.WakeAsync(lane, TimeSpan.Zero, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The lane {Lane} has overdue deliveries and is woken again")]
    private partial void LogOverdue(string lane);
}
