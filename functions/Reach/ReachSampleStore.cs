using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Reach;

/// <summary>The samples of deliveries, by language version.</summary>
internal sealed class ReachSampleStore(Store store, TimeProvider time)
{
    /// <summary>The newest of each delivery of a version. One transaction for each thousand.</summary>
    public IAsyncEnumerable<ReachSample> LatestAsync(VersionId version, CancellationToken cancellationToken) =>
        NewestOf(store.Reach.StartingWithAsync(
            version.ToString(), KeysOfReach.LatestSample(""), ReachJson.Default.ReachSample, cancellationToken));

    /// <summary>The newest of each delivery of an item, of every revision and language. One transaction for each thousand.</summary>
    public IAsyncEnumerable<ReachSample> LatestAsync(ItemId item, CancellationToken cancellationToken) =>
        NewestOf(OfItemAsync(item, KeysOfReach.LatestSample(""), ReachJson.Default.ReachSample, cancellationToken));

    /// <summary>The opens of an item's links by the end of each day, of every revision and language. One transaction.</summary>
    public IAsyncEnumerable<(VersionId Version, OpensOnDay Opens)> OpensByDayAsync(ItemId item, CancellationToken cancellationToken) =>
        OfItemAsync(item, KeysOfReach.OpensByDayPrefix, ReachJson.Default.OpensOnDay, cancellationToken)
            .Select(row => (VersionId.Parse(row.PartitionKey, provider: null), row.Value));

    /// <summary>
    /// Keeps what was measured: the newest of each delivery, which reports read, and where it says something else than before the one of
    /// this time too. Beside them stands how often the links were opened by the end of the day. A transaction for each forty-nine, and one
    /// that asks for the report where something changed.
    /// </summary>
    /// <param name="before">The newest before.</param>
    /// <param name="opens">How often the links of the version were opened by now, by commune and channel.</param>
    public async Task AddAsync(
        VersionId version,
        IReadOnlyCollection<ReachSample> samples,
        IReadOnlyDictionary<DeliveryId, ReachSample> before,
        ImmutableArray<OpensOfPlaces> opens,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changed = samples.Where(sample => !sample.SaysTheSameAs(before.GetValueOrDefault(sample.Delivery))).ToHashSet();
        foreach (var chunk in samples.Chunk((Transaction.Limit - 1) / 2))
        {
            var transaction = new Transaction(version.ToString());
            foreach (var sample in chunk)
            {
                // Each edition of the words has figures of its own, of a loudspeaker even both at once.
                var place = sample.Delivery.Place;
                transaction.Put(KeysOfReach.LatestSample(place), sample, ReachJson.Default.ReachSample);
                if (changed.Contains(sample))
                {
                    transaction.Put(KeysOfReach.SampleAt(place, sample.At), sample, ReachJson.Default.ReachSample);
                }
            }

            transaction.Put(
                KeysOfReach.OpensByDay(LocalTime.DayOf(now)),
                new(LocalTime.DayOf(now), opens.Sum(places => places.Total), now) { Places = opens },
                ReachJson.Default.OpensOnDay);
            await transaction.CommitAsync(store.Reach, cancellationToken);
            Metrics.SamplesTaken.Add(chunk.Length);
        }

        if (changed.Count > 0)
        {
            await new Transaction(Keys.Editorial)
                .HandOver(OutboxTopics.Report, ItemDue.Of(version.Item, now))
                .CommitAsync(store.Editorial, cancellationToken);
        }
    }

    // What was measured of a later edition stood under its destination alone before; that row stays beside the one of the edition.
    private static IAsyncEnumerable<ReachSample> NewestOf(IAsyncEnumerable<Row<ReachSample>> rows) =>
        rows.GroupBy(row => row.Value.Delivery).Select(same => same.MaxBy(row => row.Value.At)!.Value);

    private IAsyncEnumerable<Row<T>> OfItemAsync<T>(
        ItemId item, string prefix, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var to = Keys.After(prefix);
        var rows = TableClient.CreateQueryFilter($"RowKey ge {prefix} and RowKey lt {to}");
        return store.Reach.WhereAsync(
            $"{TableReading.Partitions(Keys.DeliveriesOf(item.Value))} and {rows}", type, cancellationToken);
    }
}
