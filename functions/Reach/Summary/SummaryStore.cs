using System.Globalization;
using System.Runtime.CompilerServices;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Reach.Summary;

/// <summary>
/// What became of the items, a row each, in the order in which they were written; and what was owed of them.
/// </summary>
internal sealed class SummaryStore(Store store)
{
    /// <summary>So many stand in one row.</summary>
    private const int MostPlaces = 1_500;

    /// <summary>
    /// The summaries from one writing on, in the order of the writings, each item once. One transaction for each thousand or four
    /// megabytes, which are some eight hundred items of the mission's size.
    /// </summary>
    /// <param name="number">The first writing that is wanted.</param>
    public IAsyncEnumerable<Row<ItemSummary>> FromAsync(long number, CancellationToken cancellationToken) =>
        store.Reach.BetweenAsync(
            KeysOfReach.Summaries, KeysOfReach.Summary(
                number), Keys.After(KeysOfReach.SummaryPrefix), ReachJson.Default.ItemSummary, cancellationToken);

    /// <summary>Which writing it is.</summary>
    public static long NumberOf(Row<ItemSummary> row) =>
        long.Parse(row.RowKey.AsSpan(KeysOfReach.SummaryPrefix.Length), CultureInfo.InvariantCulture);

    /// <summary>Where an item's summary stands, to be replaced; null where there is none yet. One transaction.</summary>
    public Task<Row<SummaryPlace>?> PlaceAsync(ItemId item, CancellationToken cancellationToken) =>
        store.Reach.FindAsync(KeysOfReach.Summaries, KeysOfReach.SummaryOf(item.Value), ReachJson.Default.SummaryPlace, cancellationToken);

    /// <summary>What became of an item; null where nothing of it was ever approved. Two transactions.</summary>
    public async Task<ItemSummary?> FindAsync(ItemId item, CancellationToken cancellationToken) =>
        await PlaceAsync(item, cancellationToken) is { Value.Number: var number }
            ? (await store.Reach.FindAsync(
                KeysOfReach.Summaries, KeysOfReach.Summary(number), ReachJson.Default.ItemSummary, cancellationToken))?.Value
            : null;

    /// <summary>
    /// Replaces an item's summary, under the next number: the number, the place and the summary are one transaction, so whoever has read
    /// all up to a number has missed nothing. Two transactions.
    /// </summary>
    /// <param name="read">As it was before anything was read that the summary is made from.</param>
    /// <returns>False where somebody else wrote it meanwhile.</returns>
    public Task<bool> TrySaveAsync(Row<SummaryPlace>? read, ItemSummary summary, CancellationToken cancellationToken) =>
        Turns.InTurnAsync(
            KeysOfReach.SummaryHead,
            () => OptimisticRetry.RunAsync<bool>(
                () => TryAsync(read, summary, cancellationToken), $"the summary of {summary.Item}", mostTries: 20),
            cancellationToken);

    private async Task<bool?> TryAsync(Row<SummaryPlace>? read, ItemSummary summary, CancellationToken cancellationToken)
    {
        var head = await store.Reach.FindAsync(
            KeysOfReach.Summaries, KeysOfReach.SummaryHead, ReachJson.Default.SummaryHead, cancellationToken);
        var number = head?.Value.Next ?? 1;
        var transaction = new Transaction(KeysOfReach.Summaries)
            .Save(head, KeysOfReach.SummaryHead, new(number + 1), ReachJson.Default.SummaryHead)
            .Save(read, KeysOfReach.SummaryOf(summary.Item.Value), new(number), ReachJson.Default.SummaryPlace)
            .Insert(KeysOfReach.Summary(number), summary, ReachJson.Default.ItemSummary);
        if (read is not null)
        {
            transaction.Delete(KeysOfReach.Summary(read.Value.Number));
        }

        // Whoever wrote another item meanwhile is no hindrance: the next number will do.
        return await transaction.CommitAsync(store.Reach, cancellationToken) ? true
            : (await PlaceAsync(summary.Item, cancellationToken))?.ETag == read?.ETag ? null
            : false;
    }

    /// <summary>What was owed of an item, oldest revision first. One transaction.</summary>
    public async IAsyncEnumerable<OwedPlaces> OwedAsync(ItemId item, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        OwedPlaces? whole = null;
        await foreach (
            var row in store.Reach.PartitionAsync(KeysOfReach.OwedOf(item.Value), ReachJson.Default.OwedPlaces, cancellationToken))
        {
            if (row.RowKey == KeysOfReach.Owed(row.Value.Revision))
            {
                if (whole is not null)
                {
                    yield return whole;
                }

                whole = row.Value;
            }
            else if (whole?.Revision == row.Value.Revision)
            {
                whole = whole with { Places = [.. whole.Places, .. row.Value.Places] };
            }
        }

        if (whole is not null)
        {
            yield return whole;
        }
    }

    /// <summary>Fixes what is owed of a revision. One transaction for each 1,500 places.</summary>
    /// <returns>False where it was fixed before: that stays.</returns>
    public async Task<bool> TryFixAsync(OwedPlaces owed, CancellationToken cancellationToken)
    {
        var partition = KeysOfReach.OwedOf(owed.Item.Value);
        var parts = owed.Places.Chunk(MostPlaces).Select(some => owed with { Places = [.. some] }).DefaultIfEmpty(owed).ToList();

        // The first comes last: until it is there, the others count for nothing.
        for (var part = parts.Count - 1; part > 0; part--)
        {
            await new Transaction(partition)
                .Put(KeysOfReach.Owed(owed.Revision, part), parts[part], ReachJson.Default.OwedPlaces)
                .CommitAsync(store.Reach, cancellationToken);
        }

        return await new Transaction(partition)
            .Insert(KeysOfReach.Owed(owed.Revision), parts[0], ReachJson.Default.OwedPlaces)
            .CommitAsync(store.Reach, cancellationToken);
    }
}
