using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reach;
using Dissemination.Translation;

namespace Dissemination.Reports;

/// <summary>Gathers what a report tells from the rooms that know it.</summary>
internal sealed class ReportReader(
    ItemReader items,
    TranslationService translations,
    DeliveryReader deliveries,
    ReachSampleStore samples,
    DirectoryStore directories,
    TimeProvider time)
{
    /// <summary>The report of an item as things stand now, or null where there is no such item. Five transactions.</summary>
    public async Task<ItemReport?> ReadAsync(ItemId id, CancellationToken cancellationToken) =>
        await items.FindAsync(id, cancellationToken) is { Value: var item }
            ? ItemReport.Of(await InputAsync(item, cancellationToken), time.GetUtcNow())
            : null;

    /// <summary>What the report of an item is made from. Four transactions, side by side.</summary>
    public async Task<ReportInput> InputAsync(Item item, CancellationToken cancellationToken)
    {
        var content = items.ContentAsync(item.Id, item.Revision, cancellationToken);
        var translated = translations.OfAsync(item.Id, item.Revision, cancellationToken)
            .Select(row => row.Value)
            .ToListAsync(cancellationToken)
            .AsTask();
        var sent = deliveries.OfAsync(item.Id, cancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken)
            .AsTask();
        var measured = samples.LatestAsync(item.Id, cancellationToken);
        var directory = await directories.CurrentAsync(cancellationToken);
        await Task.WhenAll(content, translated, sent, measured);
        return new(item, await content, directory, await translated, await sent, await measured);
    }
}
