using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>The deliveries of a batch as they were read.</summary>
/// <param name="Unreadable">Those that are there and cannot be read: they wait until somebody has mended their rows.</param>
internal sealed record ReadBatch(List<Row<Delivery>> Rows, List<DeliveryId> Unreadable);
