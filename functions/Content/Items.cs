using ETag = Azure.ETag;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>The items: reading them, approving and withdrawing them.</summary>
internal sealed class Items(Store store, DirectoryStore directory, IReadyTexts ready, TimeProvider time)
{
    private const string ItemPrefix = "item.";

    /// <summary>A page of items by id.</summary>
    public Task<Page<Item>> ListAsync(string? continuation, int size, CancellationToken cancellation) =>
        store.Editorial.PageAsync(TableReading.Prefix(Keys.Editorial, ItemPrefix), continuation, size, ContentJson.Default.Item, cancellation);

    public Task<Row<Item>?> FindAsync(ItemId id, CancellationToken cancellation) =>
        store.Editorial.FindAsync(Keys.Editorial, Keys.Item(id.Value), ContentJson.Default.Item, cancellation);

    public async Task<Revision?> RevisionAsync(ItemId id, int number, CancellationToken cancellation) =>
        (await store.Editorial.FindAsync(Keys.Editorial, Keys.Revision(id.Value, number), ContentJson.Default.Revision, cancellation))?.Value;

    /// <summary>Who did what to an item, oldest first.</summary>
    public IAsyncEnumerable<HistoryEntry> HistoryAsync(ItemId id, CancellationToken cancellation) =>
        store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.HistoryOf(id.Value), StorageJson.Default.HistoryEntry, cancellation)
            .Select(row => row.Value);

    /// <summary>A page of who did what to an item, oldest first.</summary>
    public Task<Page<HistoryEntry>> HistoryPageAsync(ItemId id, string? continuation, int size, CancellationToken cancellation) =>
        store.Editorial.PageAsync(TableReading.Prefix(Keys.Editorial, Keys.HistoryOf(id.Value)), continuation, size, StorageJson.Default.HistoryEntry, cancellation);

    /// <summary>Approves the current revision and hands over what of it may go out. Four transactions and one for each translation.</summary>
    /// <param name="etag">The version that the person saw.</param>
    public Task<Parsed<Row<Item>>> ApproveAsync(ItemId id, PersonId person, string document, DateOnly date, ETag etag, CancellationToken cancellation) =>
        DecideAsync(
            id,
            person,
            etag,
            (item, who) => ItemDecisions.Approve(item, who, document, date, LocalTime.DayOf(time.GetUtcNow())),
            async (transaction, read, approved) =>
            {
                // A translation that is approved meanwhile writes the item too, so one of the two fails and decides again: none is forgotten.
                var texts = await ready.OfAsync(id, approved.Revision, cancellation);
                return transaction.Approve(read, approved, [approved.Original, .. texts], time.GetUtcNow());
            },
            cancellation);

    /// <summary>Takes an item back. Three transactions.</summary>
    /// <param name="etag">The version that the person saw.</param>
    public Task<Parsed<Row<Item>>> WithdrawAsync(ItemId id, PersonId person, string reason, ETag etag, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return DecideAsync(
            id,
            person,
            etag,
            (item, who) => ItemDecisions.Withdraw(item, who, reason, now),
            (transaction, read, withdrawn) => Task.FromResult(transaction.Withdraw(read, withdrawn, now)),
            cancellation);
    }

    private async Task<Parsed<Row<Item>>> DecideAsync(
        ItemId id,
        PersonId person,
        ETag etag,
        Func<Item, Person, Parsed<Item>> decide,
        Func<Transaction, Row<Item>, Item, Task<Transaction>> write,
        CancellationToken cancellation)
    {
        if ((await directory.CurrentAsync(cancellation)).Find(person) is not { } who)
        {
            return Bad(nameof(ProblemTexts.UnknownPerson), person.Value);
        }

        if (await FindAsync(id, cancellation) is not { } read)
        {
            return Bad(nameof(ProblemTexts.UnknownItem), id.Value);
        }

        if (etag != ETag.All && read.ETag != etag)
        {
            return Bad(nameof(ProblemTexts.ChangedMeanwhile), id.Value);
        }

        var decided = decide(read.Value, who);
        if (!decided.IsValid)
        {
            return Parsed<Row<Item>>.Bad(decided.Problems);
        }

        var transaction = await write(new(Keys.Editorial), read, decided.Value);
        return await transaction.CommitAsync(store.Editorial, cancellation)
            ? Parsed<Row<Item>>.Of(await FindAsync(id, cancellation) ?? read with { Value = decided.Value })
            : Bad(nameof(ProblemTexts.ChangedMeanwhile), id.Value);
    }

    private static Parsed<Row<Item>> Bad(string code, string argument) => Parsed<Row<Item>>.Bad([new(code, null, argument)]);
}
