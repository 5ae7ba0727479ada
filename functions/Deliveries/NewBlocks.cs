using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>In which blocks new deliveries of a language version stand: a pure function.</summary>
internal static class NewBlocks
{
    /// <summary>By share, in the order in which they come, at most a hundred each.</summary>
    /// <param name="shareOf">The share of a delivery.</param>
    /// <param name="next">The number of the first block.</param>
    public static IReadOnlyList<(string Name, DeliveryBlock Block)> Of(
        IEnumerable<Delivery> deliveries, Func<Delivery, string> shareOf, int next) =>
    [
        .. deliveries
            .GroupBy(shareOf, StringComparer.Ordinal)
            .OrderBy(share => share.Key, StringComparer.Ordinal)
            .SelectMany(share => share.Chunk(DeliveryBlock.Limit).Select(chunk => (share.Key, chunk)))
            .Select((block, index) => (Keys.Block(block.Key, next + index), DeliveryBlock.Of([.. block.chunk]))),
    ];
}
