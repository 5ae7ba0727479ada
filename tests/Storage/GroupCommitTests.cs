using Azure;
using Dissemination.Storage;
using Dissemination.Tests.Channels;

namespace Dissemination.Tests.Storage;

public sealed class GroupCommitTests : IClassFixture<ChannelStorage>, IDisposable
{
    private readonly string _partition = $"group-{Guid.CreateVersion7()}";
    private readonly HeldCalls _calls = new();
    private readonly ChannelStorage _storage;
    private readonly GroupCommit _group;

    public GroupCommitTests(ChannelStorage storage)
    {
        _storage = storage;
        _group = new(storage.WithTables(_calls).Feeds);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _group.Dispose();
        _calls.Dispose();
    }

    [Fact]
    public async Task A_write_that_meets_no_other_is_made_at_once()
    {
        var written = _group.CommitAsync(Two("mot"), Cancellation);

        await _calls.ReachedAsync();
        _calls.Go();

        Assert.True(await written);
        Assert.Equal((1, 2), (_calls.Count, (await RowsAsync()).Count));
    }

    [Theory]
    [InlineData(45, 2)]
    [InlineData(51, 2)] // fifty of two rows, beside the one that was under way
    [InlineData(52, 3)]
    [InlineData(120, 4)]
    public async Task Writes_that_come_while_another_is_under_way_are_written_together_a_hundred_rows_at_a_time(
        int writes, int transactions)
    {
        var written = await StartAsync([.. Enumerable.Range(0, writes).Select(number => Two($"{number:D3}"))]);

        _calls.GoOn();

        Assert.All(await Task.WhenAll(written), Assert.True);
        Assert.Equal((transactions, 2 * writes), (_calls.Count, (await RowsAsync()).Count));
    }

    [Fact]
    public async Task No_more_bytes_are_written_together_than_a_transaction_takes()
    {
        var written = await StartAsync([.. Enumerable.Range(0, 13).Select(number => One($"{number:D2}", new string('ꪀ', 100_000)))]);

        _calls.GoOn();

        Assert.All(await Task.WhenAll(written), Assert.True);
        Assert.Equal((1 + 3, 13), (_calls.Count, (await RowsAsync()).Count));
    }

    [Fact]
    public async Task One_that_is_there_already_keeps_no_other()
    {
        Assert.True(await Two("co-roi").CommitAsync(_storage.Store.Feeds, Cancellation));
        var written = await StartAsync(Two("mot"), Two("co-roi"), Two("hai"), Two("ba"));

        _calls.GoOn();

        var outcomes = await Task.WhenAll(written);
        Assert.Equal([true, false, true, true], outcomes);
        Assert.Equal(["ba.1", "ba.2", "co-roi.1", "co-roi.2", "hai.1", "hai.2", "mot.1", "mot.2"], await RowsAsync());
    }

    [Fact]
    public async Task Of_two_who_want_the_same_row_at_once_one_has_it()
    {
        var written = await StartAsync(Two("dau"), Two("mot"), Two("mot"), Two("hai"));

        _calls.GoOn();

        var outcomes = await Task.WhenAll(written);
        Assert.Equal([true, true, false, true], outcomes);
        Assert.Equal(["dau.1", "dau.2", "hai.1", "hai.2", "mot.1", "mot.2"], await RowsAsync());
    }

    [Fact]
    public async Task One_that_storage_refuses_keeps_no_other()
    {
        var written = await StartAsync(Two("dau"), Two("mot"), Two(new string('x', 1_100)), Two("hai"));

        _calls.GoOn();

        var refused = await Assert.ThrowsAnyAsync<RequestFailedException>(() => written[2]);
        Assert.Equal(400, refused.Status);
        Assert.True(await written[0] && await written[1] && await written[3]);
        Assert.Equal(["dau.1", "dau.2", "hai.1", "hai.2", "mot.1", "mot.2"], await RowsAsync());
    }

    [Fact]
    public async Task A_storage_that_is_away_is_told_to_all_who_wait_for_it_and_is_not_asked_by_each()
    {
        var written = await StartAsync(Two("dau"), Two("mot"), Two("hai"));
        _calls.Go();
        await _calls.ReachedAsync();
        _calls.Failure = new RequestFailedException(503, "away");

        _calls.GoOn();

        Assert.True(await written[0]);
        await Assert.ThrowsAsync<RequestFailedException>(() => written[1]);
        await Assert.ThrowsAsync<RequestFailedException>(() => written[2]);
        Assert.Equal(2, _calls.Count);
        _calls.Failure = null;
        Assert.True(await _group.CommitAsync(Two("mot"), Cancellation));
    }

    [Fact]
    public async Task One_who_leaves_while_waiting_is_not_written_and_the_others_are()
    {
        using var leaving = new CancellationTokenSource();
        var first = await StartAsync(Two("dau"), Two("mot"));
        var gone = _group.CommitAsync(Two("bo-di"), leaving.Token);
        var last = _group.CommitAsync(Two("hai"), Cancellation);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        _calls.GoOn();

        Assert.True(await first[0] && await first[1] && await last);
        Assert.Equal(["dau.1", "dau.2", "hai.1", "hai.2", "mot.1", "mot.2"], await RowsAsync());
    }

    [Fact]
    public async Task One_who_leaves_alone_ends_the_write_and_the_next_has_the_turn()
    {
        using var leaving = new CancellationTokenSource();
        var gone = _group.CommitAsync(Two("bo-di"), leaving.Token);
        await _calls.ReachedAsync();
        var next = _group.CommitAsync(Two("mot"), Cancellation);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        _calls.GoOn();

        Assert.True(await next);
        Assert.Equal(["mot.1", "mot.2"], await RowsAsync());
    }

    [Fact]
    public async Task Whoever_leaves_while_a_group_is_written_takes_no_other_along()
    {
        using var leaving = new CancellationTokenSource();
        var first = await StartAsync(Two("dau"));
        Task<bool>[] gone = [_group.CommitAsync(Two("mot"), leaving.Token), _group.CommitAsync(Two("hai"), leaving.Token)];
        var stays = _group.CommitAsync(Two("ba"), Cancellation);
        _calls.Go();
        await _calls.ReachedAsync();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone[1]);
        _calls.GoOn();

        Assert.True(await first[0] && await stays);
        Assert.True(await gone[0]); // whoever writes for the others sees it through
        Assert.Contains("ba.1", await RowsAsync());
    }

    [Fact]
    public async Task Nothing_goes_on_once_all_have_left()
    {
        using var leaving = new CancellationTokenSource();
        var first = await StartAsync(Two("dau"));
        Task<bool>[] gone = [_group.CommitAsync(Two("mot"), leaving.Token), _group.CommitAsync(Two("hai"), leaving.Token)];
        _calls.Go();
        await _calls.ReachedAsync();

        await leaving.CancelAsync(); // the call is still held: only its end lets the two go

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone[0]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone[1]);
        Assert.True(await first[0]);
        Assert.Equal(["dau.1", "dau.2"], await RowsAsync());
    }

    /// <summary>The first is under way and held, the others wait.</summary>
    private async Task<Task<bool>[]> StartAsync(params Transaction[] transactions)
    {
        Task<bool>[] written = [.. transactions.Select(transaction => _group.CommitAsync(transaction, Cancellation))];
        await _calls.ReachedAsync();
        return written;
    }

    private Transaction One(string name, string detail) =>
        new Transaction(_partition).Insert(name, Line with { Detail = detail }, StorageJson.Default.HistoryEntry);

    private Transaction Two(string name) => new Transaction(_partition)
        .Insert($"{name}.1", Line, StorageJson.Default.HistoryEntry)
        .Insert($"{name}.2", Line, StorageJson.Default.HistoryEntry);

    private static HistoryEntry Line { get; } = new("group", new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), HistoryEntry.System, "written");

    private async Task<IReadOnlyList<string>> RowsAsync() =>
        await _storage.Store.Feeds.PartitionAsync(_partition, StorageJson.Default.HistoryEntry, Cancellation)
            .Select(row => row.RowKey)
            .ToListAsync(Cancellation);
}
