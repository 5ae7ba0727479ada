using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reports;
using Dissemination.Translation;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Reads what the page of an item shows: a handful of transactions and two for each language.</summary>
internal sealed class ItemViewReader(ItemReader items, TranslationService translations, ReportReader reports, DirectoryStore directories)
{
    public async Task<ItemView?> FindAsync(ItemId id, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(id, cancellationToken) is not { } row || await reports.ReadAsync(id, cancellationToken) is not { } report)
        {
            return null;
        }

        return new(
            row,
            report,
            await translations.OfAsync(id, row.Value.Revision, cancellationToken).Select(translation => translation.Value)
                .ToListAsync(cancellationToken),
            await items.HistoryPageAsync(id, continuation: null, size: 50, cancellationToken),
            await directories.CurrentAsync(cancellationToken));
    }
}
