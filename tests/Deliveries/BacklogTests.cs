using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries;

/// <summary>Blocks of a share that stand beside each other and come together.</summary>
public sealed class BacklogTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static readonly VersionId Version = VersionId.Parse("mac-ca.1.vi", null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Backlog Backlog => rooms.Get<Backlog>();

    [Fact]
    public async Task The_same_block_twice_at_one_moment_is_one_and_those_of_other_shares_stand_apart()
    {
        await Backlog.PutAsync([Block("07", 1), Block("07", 2), Block("08", 3)], Cancellation);
        await Backlog.PutAsync([Block("07", 1)], Cancellation);

        Assert.Equal([Block("07", 1), Block("07", 2)], (await ReadAsync("07")).Select(row => row.Value).OrderBy(block => block.Block));
        Assert.Equal([Block("08", 3)], (await ReadAsync("08")).Select(row => row.Value));
    }

    [Fact]
    public async Task What_is_left_of_one_that_stood_twice_becomes_one_and_what_ended_is_gone()
    {
        var due = rooms.Time.GetUtcNow().AddSeconds(10);
        await Backlog.PutAsync([Block("09", 1), Block("09", 2)], Cancellation);
        rooms.Time.Advance(TimeSpan.FromSeconds(1));
        await Backlog.PutAsync([Block("09", 1)], Cancellation);
        var read = await ReadAsync("09");
        Assert.Equal(3, read.Count);

        await Backlog.ChangeAsync(
            [.. read.Select(row => new BacklogChange(row, row.Value == Block("09", 2) ? null : row.Value, due))], Cancellation);

        var left = Assert.Single(await ReadAsync("09"));
        Assert.Equal(Block("09", 1), left.Value);
        Assert.Equal(due, Keys.BacklogDue(left.RowKey));
    }

    private static OpenBlock Block(string share, int number) => new(Version, Keys.Block(share, number));

    private Task<IReadOnlyList<Row<OpenBlock>>> ReadAsync(string share) => Backlog.FirstAsync(share, 10, Cancellation);
}
