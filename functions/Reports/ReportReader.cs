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
    /// <summary>The report of an item as things stand now, or null where there is no such item.</summary>
    public async Task<ItemReport?> ReadAsync(ItemId id, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(id, cancellationToken) is not { Value: var item })
        {
            return null;
        }

        var content = await items.ContentAsync(id, item.Revision, cancellationToken);
        var directory = await directories.CurrentAsync(cancellationToken);
        var translated = await translations.OfAsync(id, item.Revision, cancellationToken)
            .Select(row => row.Value)
            .ToListAsync(cancellationToken);

        List<Delivery> sent = [];
        List<ReachSample> measured = [];
        foreach (var language in translated.Select(translation => translation.Id.Language).Prepend(LanguageTag.Vietnamese))
        {
            var version = new VersionId(id, item.Revision, language);
            sent.AddRange(await deliveries.OfAsync(version, cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken));
            measured.AddRange(await samples.LatestAsync(version, cancellationToken).ToListAsync(cancellationToken));
        }

        return ItemReport.Of(new(item, content, directory, translated, sent, measured), time.GetUtcNow());
    }
}
