using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>Reads items: what they are, their revisions, the translations supplied for them, and their record.</summary>
internal sealed class ItemReader(Store store, RecentRevisions recent)
{
    private const string ItemPrefix = "item.";

    /// <summary>What stands in the lists of items.</summary>
    private readonly RowMemory<Item> _listed = new(store.Editorial, Keys.Editorial, ContentJson.Default.Item);

    private readonly WordsMemory _words = new(store);

    /// <summary>A page of items by id.</summary>
    public Task<Page<Item>> ListAsync(string? continuation, int size, CancellationToken cancellationToken) =>
        store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, ItemPrefix), continuation, size, ContentJson.Default.Item, cancellationToken);

    public Task<Row<Item>?> FindAsync(ItemId id, CancellationToken cancellationToken) =>
        store.Editorial.FindAsync(Keys.Editorial, Keys.Item(id.Value), ContentJson.Default.Item, cancellationToken);

    /// <summary>
    /// What some items are called; those that are not there, or cannot be read, are left out. One transaction for each, side by side.
    /// </summary>
    public async Task<IReadOnlyDictionary<ItemId, string>> HeadlinesAsync(IEnumerable<ItemId> ids, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(ids.Distinct().Select(ReadAsync));
        return found.OfType<Item>().ToDictionary(item => item.Id, item => item.Headline);

        async Task<Item?> ReadAsync(ItemId id)
        {
            try
            {
                return (await FindAsync(id, cancellationToken))?.Value;
            }
            catch (UnreadableRowException)
            {
                return null; // People are told of it elsewhere.
            }
        }
    }

    /// <summary>
    /// A page of the items that wait for an approval, by id. One transaction, and another where some were written since they were read last.
    /// </summary>
    public Task<Page<Item>> ToApproveAsync(string? continuation, int size, CancellationToken cancellationToken) =>
        _listed.PageAsync(Keys.ToApprovePrefix, continuation, size, cancellationToken);

    /// <summary>An item's place in that list; null where it is not there.</summary>
    public Task<Row<Item>?> ListedToApproveAsync(ItemId id, CancellationToken cancellationToken) =>
        store.Editorial.FindAsync(Keys.Editorial, Keys.ToApprove(id.Value), ContentJson.Default.Item, cancellationToken);

    /// <summary>All items, by id. One transaction for each thousand.</summary>
    public IAsyncEnumerable<Row<Item>> AllAsync(CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, ItemPrefix, ContentJson.Default.Item, cancellationToken);

    /// <summary>The items from one id to another, both of them too. One transaction for each thousand.</summary>
    public IAsyncEnumerable<Row<Item>> BetweenAsync(ItemId first, ItemId last, CancellationToken cancellationToken) =>
        store.Editorial.BetweenAsync(
            Keys.Editorial, Keys.Item(first.Value), Keys.AfterKey(Keys.Item(last.Value)), ContentJson.Default.Item, cancellationToken);

    /// <summary>
    /// The items that stand on the calendar from one day until before another. One transaction for each thousand, and another where some were
    /// written since they were read last.
    /// </summary>
    public async Task<ImmutableArray<Item>> OnCalendarAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
    [
        .. (await _listed.BetweenAsync(Keys.OnCalendarFrom(from), Keys.OnCalendarFrom(to), cancellationToken))
            .Where(row => row.Value.CalendarDays.Any(day => row.RowKey == Keys.OnCalendar(day, row.Value.Id.Value)))
            .Select(row => row.Value)
            .DistinctBy(item => item.Id),
    ];

    /// <summary>
    /// The texts that are ready and wait for their time, from one instant until before another. One transaction for each thousand.
    /// </summary>
    public IAsyncEnumerable<Row<VersionDue>> DueAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        store.Editorial.BetweenAsync(
            Keys.Editorial, Keys.Due(from, ""), Keys.Due(to, ""), ContentJson.Default.VersionDue, cancellationToken);

    /// <summary>The texts of a revision that are ready and wait for a time. One transaction.</summary>
    public IAsyncEnumerable<Row<VersionDue>> DueAsync(Item item, DateTimeOffset at, CancellationToken cancellationToken) =>
        store.Editorial.StartingWithAsync(
            Keys.Editorial,
            Keys.Due(at, Keys.VersionsOf(item.Id.Value, item.Revision)),
            ContentJson.Default.VersionDue,
            cancellationToken);

    /// <summary>
    /// A stretch of the list of all items, those that were accepted last first by month. One transaction, and another where some were written
    /// since they were read last.
    /// </summary>
    public Task<Page<Item>> ListedAsync(string? continuation, int size, CancellationToken cancellationToken) =>
        _listed.PageAsync(Keys.ListedPrefix, continuation, size, cancellationToken);

    /// <inheritdoc cref="WordsMemory.OfAsync"/>
    public Task<IReadOnlyDictionary<ItemId, SearchedText>> WordsAsync(IReadOnlyList<Item> listed, CancellationToken cancellationToken) =>
        _words.OfAsync(listed, cancellationToken);

    /// <summary>One transaction, or none for one that was read lately.</summary>
    public Task<Revision?> RevisionAsync(ItemId id, int number, CancellationToken cancellationToken) =>
        recent.FindAsync(id, number, async () =>
            (await store.Editorial.FindAsync(
                Keys.Editorial, Keys.Revision(id.Value, number), ContentJson.Default.Revision, cancellationToken))?.Value);

    /// <summary>What a revision says that must be there.</summary>
    /// <exception cref="InvalidDataException">It is not stored.</exception>
    public async Task<ItemContent> ContentAsync(ItemId id, int number, CancellationToken cancellationToken) =>
        (await RevisionAsync(id, number, cancellationToken))?.Content
        ?? throw new InvalidDataException($"The revision {number} of {id} is not stored.");

    /// <summary>The translation that was supplied for an item in a language; null where there is none.</summary>
    public Task<Row<SuppliedTranslation>?> SuppliedAsync(ItemId id, LanguageTag language, CancellationToken cancellationToken) =>
        store.Editorial.FindAsync(
            Keys.Editorial, Keys.Supplied(id.Value, language.Value), ContentJson.Default.SuppliedTranslation, cancellationToken);

    /// <summary>The translations that were supplied for the items from one id to another, both of them too.</summary>
    public IAsyncEnumerable<Row<SuppliedTranslation>> SuppliedBetweenAsync(ItemId first, ItemId last, CancellationToken cancellationToken) =>
        store.Editorial.BetweenAsync(
            Keys.Editorial,
            Keys.SuppliedOf(first.Value),
            Keys.After(Keys.SuppliedOf(last.Value)),
            ContentJson.Default.SuppliedTranslation,
            cancellationToken);

    /// <summary>Who did what to an item, oldest first.</summary>
    public IAsyncEnumerable<HistoryEntry> HistoryAsync(ItemId id, CancellationToken cancellationToken) =>
        store.Editorial
            .StartingWithAsync(Keys.Editorial, Keys.HistoryOf(id.Value), StorageJson.Default.HistoryEntry, cancellationToken)
            .Select(row => row.Value);

    /// <summary>A page of who did what to an item, oldest first.</summary>
    public Task<Page<HistoryEntry>> HistoryPageAsync(ItemId id, string? continuation, int size, CancellationToken cancellationToken) =>
        store.Editorial.PageAsync(
            TableReading.Prefix(Keys.Editorial, Keys.HistoryOf(id.Value)),
            continuation,
            size,
            StorageJson.Default.HistoryEntry,
            cancellationToken);

    /// <summary>The items that were accepted from a month on, the newest month first. One transaction for each thousand.</summary>
    public IAsyncEnumerable<Item> ListedSinceAsync(DateOnly month, CancellationToken cancellationToken) =>
        store.Editorial.BetweenAsync(
            Keys.Editorial, Keys.ListedPrefix, Keys.After(Keys.ListedFrom(month)), ContentJson.Default.Item, cancellationToken)
            .Select(row => row.Value);

    /// <summary>The words of those items. One transaction for each thousand.</summary>
    public IAsyncEnumerable<ListedWords> WordsSinceAsync(DateOnly month, CancellationToken cancellationToken) =>
        store.Editorial.BetweenAsync(
            Keys.Editorial,
            Keys.ListedWordsPrefix,
            Keys.After(Keys.ListedWordsFrom(month)),
            ContentJson.Default.ListedWords,
            cancellationToken)
            .Select(row => row.Value);
}
