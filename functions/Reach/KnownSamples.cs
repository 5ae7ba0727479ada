using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Reach;

/// <summary>What is known of the deliveries of a language version.</summary>
/// <param name="Blocks">The rows that hold it, as they were read.</param>
/// <param name="Newest">The newest sample of each delivery.</param>
internal sealed record KnownSamples(
    IReadOnlyList<Row<SampleBlock>> Blocks, IReadOnlyDictionary<DeliveryId, ReachSample> Newest)
{
    /// <summary>The number of the next row: behind those that cannot be read, too.</summary>
    public int NextNumber { get; init; }

    /// <summary>
    /// The blocks that new samples change: each stands in the place of the one before it, that of another delivery where there is room.
    /// </summary>
    /// <param name="samples">One of a delivery at most.</param>
    /// <returns>Each with the row that it replaces; null where it is a new one.</returns>
    public IEnumerable<(Row<SampleBlock>? Read, string RowKey, SampleBlock Value)> With(IEnumerable<ReachSample> samples)
    {
        var news = samples.ToDictionary(sample => sample.Delivery);
        List<(Row<SampleBlock>? Read, List<ReachSample> Samples, bool IsChanged)> blocks = [];
        foreach (var row in Blocks)
        {
            var isChanged = row.Value.Samples.Any(sample => news.ContainsKey(sample.Delivery));
            blocks.Add((
                row, [.. row.Value.Samples.Select(sample => news.Remove(sample.Delivery, out var next) ? next : sample)], isChanged));
        }

        var others = new Queue<ReachSample>(news.Values);
        for (var at = 0; others.Count > 0; at++)
        {
            if (at == blocks.Count)
            {
                blocks.Add((null, [], IsChanged: false));
            }

            var (read, block, isChanged) = blocks[at];
            for (; block.Count < SampleBlock.Limit && others.TryDequeue(out var sample); isChanged = true)
            {
                block.Add(sample);
            }

            blocks[at] = (read, block, isChanged);
        }

        var number = NextNumber;
        return blocks.Where(block => block.IsChanged)
            .Select(block => (block.Read, block.Read?.RowKey ?? KeysOfReach.Known(number++), new SampleBlock([.. block.Samples])));
    }
}
