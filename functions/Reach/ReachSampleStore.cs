using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Reach;

/// <summary>The samples of deliveries, by language version.</summary>
internal sealed class ReachSampleStore(Store store, TimeProvider time)
{
    /// <summary>The newest of each delivery of a version. One transaction for each thousand.</summary>
    public IAsyncEnumerable<ReachSample> LatestAsync(VersionId version, CancellationToken cancellationToken) =>
        store.Reach
            .StartingWithAsync(version.ToString(), Keys.LatestSample(""), ReachJson.Default.ReachSample, cancellationToken)
            .Select(row => row.Value);

    /// <summary>
    /// Keeps what is new: two rows each, the newest, which reports read, and the one of this time. A transaction for each fifty, and one
    /// that asks for the report.
    /// </summary>
    public async Task AddAsync(VersionId version, IReadOnlyCollection<ReachSample> samples, CancellationToken cancellationToken)
    {
        foreach (var chunk in samples.Chunk(Transaction.Limit / 2))
        {
            var transaction = new Transaction(version.ToString());
            foreach (var sample in chunk)
            {
                var destination = sample.Delivery.Destination.ToString();
                transaction
                    .Put(Keys.LatestSample(destination), sample, ReachJson.Default.ReachSample)
                    .Put(Keys.SampleAt(destination, sample.At), sample, ReachJson.Default.ReachSample);
            }

            await transaction.CommitAsync(store.Reach, cancellationToken);
            Metrics.SamplesTaken.Add(chunk.Length);
        }

        if (samples.Count > 0)
        {
            await new Transaction(Keys.Editorial)
                .HandOver(OutboxTopics.Report, ItemDue.Of(version.Item, time.GetUtcNow()))
                .CommitAsync(store.Editorial, cancellationToken);
        }
    }
}
