using ETag = Azure.ETag;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reports;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Web.Pages.Staff;

/// <summary>An item with all that its page shows.</summary>
/// <param name="Report">Its figures as things stand now.</param>
/// <param name="History">The first lines of its record.</param>
internal sealed record ItemSight(
    Row<Item> Row,
    ItemReport Report,
    IReadOnlyList<TranslatedVersion> Translations,
    Page<HistoryEntry> History,
    DirectorySnapshot Directory)
{
    public Item Item => Row.Value;

    public ItemContent Content => Report.Content;

    public ETag ETag => Row.ETag;

    /// <summary>A person by name, where the directory knows the id.</summary>
    public string NameOf(string id) => PersonId.TryParse(id, null, out var person) && Directory.Find(person) is { } known ? known.Name : id;
}

/// <summary>Reads what the page of an item shows: a handful of transactions and two for each language.</summary>
internal sealed class ItemSights(Items items, Translations translations, ReportWriter reports, DirectoryStore directories)
{
    public async Task<ItemSight?> FindAsync(ItemId id, CancellationToken cancellation)
    {
        if (await items.FindAsync(id, cancellation) is not { } row || await reports.MakeAsync(id, cancellation) is not { } report)
        {
            return null;
        }

        return new(
            row,
            report,
            await translations.OfAsync(id, row.Value.Revision, cancellation).Select(translation => translation.Value).ToListAsync(cancellation),
            await items.HistoryPageAsync(id, continuation: null, size: 50, cancellation),
            await directories.CurrentAsync(cancellation));
    }
}
