using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Reach.Summary;

/// <summary>
/// Has every item counted anew, after the program learned to count something else or rows were lost.
/// </summary>
internal sealed class SummaryRebuild(Store store, ItemReader items, ReportsAnew reports, TimeProvider time)
{
    /// <summary>It may be repeated. One transaction for each five hundred items, and one for each hundred.</summary>
    /// <returns>How many items there are.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await RelistAsync(cancellationToken);
        return await reports.AskForAllAsync(cancellationToken);
    }

    /// <summary>Puts those into the list and onto the calendar that were stored before there were any. Two transactions for each.</summary>
    private async Task RelistAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var row in items.AllAsync(cancellationToken).Where(row => row.Value.ListedIn is null)
            .WithCancellation(cancellationToken))
        {
            var content = await items.ContentAsync(row.Value.Id, row.Value.Revision, cancellationToken);

            // Who changed it meanwhile listed it.
            await new Transaction(Keys.Editorial).Relist(row, content, now).CommitAsync(store.Editorial, cancellationToken);
        }
    }
}
