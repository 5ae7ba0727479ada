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
    private readonly Dictionary<ItemId, Row<Item>> _listed = [];

    public Row<Item>? Find(ItemId id) => _items.GetValueOrDefault(id);

    public Row<SuppliedTranslation>? Find(ItemId id, LanguageTag language) => _supplied.GetValueOrDefault((id, language));

    /// <summary>An item's place in the list of those that wait for an approval, where it leaves it.</summary>
    public Row<Item>? FindListed(ItemId id) => _listed.GetValueOrDefault(id);

    /// <summary>Reads the places that items leave which waited and are approved now. One transaction for each.</summary>
    public async Task ReadListedAsync(ItemReader items, IEnumerable<IntakeDecision> decisions, CancellationToken cancellationToken)
    {
        foreach (var id in decisions.Select(Approved).OfType<ItemId>())
        {
            if (Find(id) is { Value.State: ItemState.WaitingForApproval }
                && await items.ListedToApproveAsync(id, cancellationToken) is { } listed)
            {
                _listed[id] = listed;
            }
        }
    }

    private static ItemId? Approved(IntakeDecision decision) => decision switch
    {
        IntakeDecision.Approved approved => approved.Item.Id,
        IntakeDecision.NewRevision { Item: { Approval: not null } item } => item.Id,
        _ => null,
    };

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
