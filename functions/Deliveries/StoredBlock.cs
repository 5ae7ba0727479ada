using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>
/// A block as it was last read or written here: whoever works at several of its deliveries shares it, so that each write goes on from the
/// one before.
/// </summary>
internal sealed class StoredBlock(Row<DeliveryBlock> row)
{
    public Row<DeliveryBlock> Row { get; set; } = row;

    public string Name => Row.RowKey;

    public VersionId Version { get; } = VersionId.Parse(row.PartitionKey, null);

    public IEnumerable<StoredDelivery> Deliveries => Row.Value.Deliveries.Select(delivery => new StoredDelivery(delivery, this));
}
