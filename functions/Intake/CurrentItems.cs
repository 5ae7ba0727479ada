using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>Items as they stand, with the translations supplied for them.</summary>
internal sealed class CurrentItems
{
    private readonly Dictionary<ItemId, Row<Item>> _items = [];
    private readonly Dictionary<(ItemId, LanguageTag), Row<SuppliedTranslation>> _supplied = [];

    public Row<Item>? Find(ItemId id) => _items.GetValueOrDefault(id);

    public Row<SuppliedTranslation>? Find(ItemId id, LanguageTag language) => _supplied.GetValueOrDefault((id, language));

    /// <summary>One transaction for one item; for a sheet one for each thousand rows between its first and its last.</summary>
    public static async Task<CurrentItems> LoadAsync(
        ItemReader items, ImmutableArray<ItemId> ids, bool withSupplied, CancellationToken cancellationToken)
    {
        var current = new CurrentItems();
        var wanted = ids.ToHashSet();
        var (first, last) = (ids.MinBy(id => id.Value, StringComparer.Ordinal), ids.MaxBy(id => id.Value, StringComparer.Ordinal));
        await foreach (var row in items.BetweenAsync(first, last, cancellationToken).Where(row => wanted.Contains(row.Value.Id)))
        {
            current._items.Add(row.Value.Id, row);
        }

        if (withSupplied)
        {
            await foreach (var row in items.SuppliedBetweenAsync(first, last, cancellationToken)
                .Where(row => wanted.Contains(row.Value.Item)))
            {
                current._supplied.Add((row.Value.Item, row.Value.Language), row);
            }
        }

        return current;
    }
}
