using Azure;
using Azure.Data.Tables;
using Dissemination.Storage;

namespace Dissemination.Tests.Storage;

/// <summary>What is in memory is never told in the place of what is stored.</summary>
public sealed class RowMemoryTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private readonly string _partition = Guid.CreateVersion7().ToString();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_known_is_not_read_again_and_what_somebody_wrote_since_is()
    {
        var memory = Memory();
        await WriteAsync(("a", "one"), ("b", "two"), ("c", "three"));

        Assert.Equal(("one two three", 2), await ReadAsync(memory));
        Assert.Equal(("one two three", 1), await ReadAsync(memory));

        await WriteAsync(("b", "other"));
        Assert.Equal(("one other three", 2), await ReadAsync(memory));
        Assert.Equal(("one other three", 1), await ReadAsync(memory));
    }

    [Fact]
    public async Task What_was_added_and_deleted_meanwhile_is_seen_at_once()
    {
        var memory = Memory();
        await WriteAsync(("a", "one"), ("c", "three"));
        await ReadAsync(memory);

        await WriteAsync(("b", "two"));
        await new Transaction(_partition).Delete("c").CommitAsync(storage.Store.Editorial, Cancellation);

        Assert.Equal(("one two", 2), await ReadAsync(memory));
        Assert.Equal(("one two", 1), await ReadAsync(memory));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_stands_in_the_way_of_no_other_and_is_there_again_once_it_can()
    {
        var memory = Memory();
        await WriteAsync(("a", "one"), ("b", "two"), ("c", "three"));
        await ReadAsync(memory);
        await storage.Store.Editorial.UpdateEntityAsync(
            new TableEntity(_partition, "b") { ["Json"] = "{", ["Pieces"] = 1 }, ETag.All, TableUpdateMode.Replace, Cancellation);

        Assert.Equal("one three", (await ReadAsync(memory)).Told);
        Assert.Equal("b", storage.Store.Troubles.Next()?.RowKey);

        await WriteAsync(("b", "mended"));
        Assert.Equal("one mended three", (await ReadAsync(memory)).Told);
    }

    [Fact]
    public async Task Pages_are_those_that_are_read_without_a_memory()
    {
        await WriteAsync(("list.a", "one"), ("list.b", "two"), ("list.c", "three"), ("other", "four"));
        var memory = Memory();
        for (var reading = 0; reading < 2; reading++)
        {
            var first = await memory.PageAsync("list.", null, 2, Cancellation);
            var last = await memory.PageAsync("list.", first.Next, 2, Cancellation);

            Assert.Equal("one two", Told(first.Rows));
            Assert.Equal(("three", null), (Told(last.Rows), last.Next));
        }

        await Assert.ThrowsAsync<BadPageTokenException>(() => memory.PageAsync("other", "x", 2, Cancellation));
    }

    [Fact]
    public async Task More_than_it_keeps_is_told_all_the_same()
    {
        var memory = Memory(most: 2);
        await WriteAsync(("a", "one"), ("b", "two"), ("c", "three"), ("d", "four"));

        Assert.Equal("one two three four", (await ReadAsync(memory)).Told);
        Assert.Equal("one two three four", (await ReadAsync(memory)).Told);
        Assert.Equal("three four", Told(await memory.BetweenAsync("c", "z", Cancellation)));
        Assert.Equal("one two three four", (await ReadAsync(memory)).Told);
    }

    private RowMemory<HistoryEntry> Memory(int most = 100) =>
        new(storage.Store.Editorial, _partition, StorageJson.Default.HistoryEntry) { Most = most };

    private async Task WriteAsync(params (string Key, string Text)[] rows)
    {
        Transaction transaction = new(_partition);
        foreach (var (key, text) in rows)
        {
            transaction.Put(key, new HistoryEntry("thu", At, HistoryEntry.System, "noted", Detail: text), StorageJson.Default.HistoryEntry);
        }

        await transaction.CommitAsync(storage.Store.Editorial, Cancellation);
    }

    private static async Task<(string Told, int Transactions)> ReadAsync(RowMemory<HistoryEntry> memory)
    {
        var (rows, transactions) = await CountedTransactions.OfAsync(() => memory.BetweenAsync("a", "z", Cancellation));
        return (Told(rows), transactions);
    }

    private static string Told(IEnumerable<Row<HistoryEntry>> rows) => string.Join(' ', rows.Select(row => row.Value.Detail));
}
