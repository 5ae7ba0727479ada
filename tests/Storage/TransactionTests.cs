using Dissemination.Storage;
using Dissemination.Tests.Channels;

namespace Dissemination.Tests.Storage;

public sealed class TransactionTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static readonly HistoryEntry Long = new(
        "a-long-record", new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), HistoryEntry.System, "written", Detail: new string('ꪀ', 70_000));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_that_is_replaced_by_a_shorter_one_and_by_a_longer_one_is_read_as_it_is_now()
    {
        await PutAsync(Long);
        Assert.Equal(Long, (await FindAsync()).Value);

        await ReplaceAsync(Long with { Detail = "short" });
        Assert.Equal("short", (await FindAsync()).Value.Detail);

        await ReplaceAsync(Long with { Detail = Long.Detail + "." });
        Assert.Equal(Long.Detail + ".", (await FindAsync()).Value.Detail);
    }

    [Fact]
    public async Task A_value_that_a_record_names_no_more_is_gone()
    {
        await PutAsync(Long with { Language = null, Revision = 3 });
        var read = await FindAsync();
        Assert.True(
            await new Transaction(Keys.Editorial).Replace(read, read.Value with { Revision = null }, StorageJson.Default.HistoryEntry)
                .CommitAsync(storage.Store.Editorial, Cancellation));

        Assert.Null((await FindAsync()).Value.Revision);
    }

    [Fact]
    public async Task A_record_that_somebody_else_wrote_meanwhile_is_not_replaced()
    {
        await PutAsync(Long);
        var read = await FindAsync();
        await ReplaceAsync(Long with { Detail = "theirs" });

        var ours = new Transaction(Keys.Editorial).Replace(read, Long with { Detail = "ours" }, StorageJson.Default.HistoryEntry);
        Assert.False(await ours.CommitAsync(storage.Store.Editorial, Cancellation));
        Assert.Equal("theirs", (await FindAsync()).Value.Detail);
    }

    private async Task PutAsync(HistoryEntry entry) =>
        Assert.True(
            await new Transaction(Keys.Editorial).Put(Long.RowKey, entry, StorageJson.Default.HistoryEntry)
                .CommitAsync(storage.Store.Editorial, Cancellation));

    private async Task ReplaceAsync(HistoryEntry entry) =>
        Assert.True(
            await new Transaction(Keys.Editorial).Replace(await FindAsync(), entry, StorageJson.Default.HistoryEntry)
                .CommitAsync(storage.Store.Editorial, Cancellation));

    private async Task<Row<HistoryEntry>> FindAsync() =>
        (await storage.Store.Editorial.FindAsync(Keys.Editorial, Long.RowKey, StorageJson.Default.HistoryEntry, Cancellation))!;
}
