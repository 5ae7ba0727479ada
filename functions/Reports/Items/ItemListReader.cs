using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Items;

/// <summary>Reads the list of items a stretch at a time, the newest first, however many there are.</summary>
internal sealed class ItemListReader(
    ItemReader items, SummaryMemory summaries, ReferenceStore references, DirectoryStore directories)
{
    /// <summary>So many are looked at at once: more than a month brings.</summary>
    public const int Size = 500;

    /// <summary>Three transactions, and one more where something was written since it was read last.</summary>
    /// <param name="from">Where the stretch begins; null is the newest.</param>
    public async Task<ItemStretch> ReadAsync(ItemFilter filter, ItemSort sort, string? from, CancellationToken cancellationToken)
    {
        var told = summaries.ReadAsync(cancellationToken);
        var resolutions = references.ResolutionsAsync(cancellationToken).ToListAsync(cancellationToken).AsTask();
        var page = await items.ListedAsync(from, Size, cancellationToken);
        var words = filter.Words.IsEmpty
            ? ImmutableDictionary<ItemId, SearchedText>.Empty
            : await items.WordsAsync([.. page.Rows.Select(row => row.Value)], cancellationToken);
        var directory = await directories.CurrentAsync(cancellationToken);
        var wanted = page.Rows.Select(row => row.Value.Id).ToHashSet();
        var became = (await told).Where(summary => wanted.Contains(summary.Item))
            .ToDictionary(summary => summary.Item);
        return new(
            ItemListing.Of(
                page.Rows.Select(row => new ListedItem(row.Value, became.GetValueOrDefault(row.Value.Id))), filter, sort, words, directory),
            page.Rows.Count,
            page.Next,
            [.. await resolutions],
            directory);
    }
}
