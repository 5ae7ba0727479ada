using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reports;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Reads what the page of an item shows: six transactions, however many languages and deliveries there are.</summary>
internal sealed class ItemViewReader(ItemReader items, ReportReader reports, DirectoryStore directories, TimeProvider time)
{
    public async Task<ItemView?> FindAsync(ItemId id, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(id, cancellationToken) is not { } row)
        {
            return null;
        }

        var history = items.HistoryPageAsync(id, continuation: null, size: 50, cancellationToken);
        var input = await reports.InputAsync(row.Value, cancellationToken);
        return new(
            row,
            ItemReport.Of(input, time.GetUtcNow()),
            input.Translations,
            await history,
            await directories.CurrentAsync(cancellationToken))
        {
            Deliveries = input.Deliveries,
        };
    }
}
