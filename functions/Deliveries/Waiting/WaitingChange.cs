using System.Collections.Immutable;
using Azure.Data.Tables;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Waiting;

/// <summary>What comes into a list and goes out of it, of what stands together there: a pure function of its rows.</summary>
/// <param name="Removed">The rows of the deliveries that go.</param>
internal sealed record WaitingChange(WaitingKey Key, ImmutableArray<WorklistEntry> Added, ImmutableHashSet<string> Removed)
{
    public static IEnumerable<WaitingChange> Adding(IEnumerable<Delivery> deliveries, Func<Delivery, WorklistEntry> entry) =>
        from delivery in deliveries
        group delivery by WaitingKey.Of(delivery) into together
        select new WaitingChange(together.Key, [.. together.DistinctBy(delivery => delivery.Id).Select(entry)], []);

    public static IEnumerable<WaitingChange> Removing(IEnumerable<Delivery> deliveries) =>
        from delivery in deliveries
        group delivery.Id.Name by WaitingKey.Of(delivery) into together
        select new WaitingChange(together.Key, [], together.ToImmutableHashSet(StringComparer.Ordinal));

    /// <summary>
    /// The writes after which the list is as it should be. They fail where somebody else changed one of the rows meanwhile, or began
    /// another: whoever changes one of several touches the first of them too.
    /// </summary>
    /// <param name="parts">All the rows that are there.</param>
    public Transaction Write(string partition, IReadOnlyList<WaitingPart> parts)
    {
        var transaction = new Transaction(partition);
        var readable = parts.Where(part => part.Row is not null).ToDictionary(part => part.Number, part => part.Row!);
        var after = After(readable, [.. parts.Where(part => part.Row is null).Select(part => part.Number)]);
        var isAlone = parts.Count == readable.Count && after.All(part => part.Key == 0 || part.Value.Count == 0);
        var first = parts.FirstOrDefault(part => part.Number == 0);
        foreach (var (number, places) in after)
        {
            if (!readable.TryGetValue(number, out var read))
            {
                transaction.Insert(Key.RowKey(number), WaitingRow.Of(Key, Added[0], places), DeliveriesJson.Default.WaitingRow);
            }
            else if (places is [] && (number > 0 || isAlone))
            {
                transaction.Delete(read);
            }
            else if (places.SequenceEqual(read.Value.Places))
            {
                continue;
            }
            else
            {
                var row = Added is [var like, ..] ? WaitingRow.Of(Key, like, places) : read.Value with { Places = [.. places] };
                transaction.Replace(read, row, DeliveriesJson.Default.WaitingRow);
            }

            first = number == 0 ? null : first;
        }

        // A merge of nothing: the row stays as it is and gets another version.
        return transaction.Count > 0 && first is not null
            ? transaction.Add(TableTransactionActionType.UpdateMerge, new TableEntity(partition, first.RowKey), first.ETag)
            : transaction;
    }

    /// <summary>The rows by their numbers, each in the order of its deliveries: a delivery stays in the row in which it is.</summary>
    /// <param name="unreadable">The numbers of rows that are left alone.</param>
    private SortedDictionary<int, List<WaitingPlace>> After(Dictionary<int, Row<WaitingRow>> rows, HashSet<int> unreadable)
    {
        var fresh = Added.Select(WaitingPlace.Of).ToDictionary(place => place.Row, StringComparer.Ordinal);
        SortedDictionary<int, List<WaitingPlace>> after = [];
        foreach (var (number, row) in rows)
        {
            after[number] = [.. row.Value.Places.Where(place => !Removed.Contains(place.Row))
                .Select(place => fresh.Remove(place.Row, out var newer) ? newer : place)];
        }

        foreach (var place in fresh.Values.OrderBy(place => place.Row, StringComparer.Ordinal))
        {
            var number = 0;
            while (unreadable.Contains(number) || (after.TryGetValue(number, out var there) && there.Count >= WaitingRow.Most))
            {
                number++;
            }

            after.TryAdd(number, []);
            after[number].Add(place);
        }

        foreach (var places in after.Values)
        {
            places.Sort((one, other) => string.CompareOrdinal(one.Row, other.Row));
        }

        return after;
    }
}
