using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Storage;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries;

/// <summary>Batches of a lane that stand beside each other and come together.</summary>
public sealed class BacklogTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static readonly VersionId Version = VersionId.Parse("mac-ca.1.vi", null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Backlog Backlog => rooms.Get<Backlog>();

    [Fact]
    public async Task Batches_that_begin_alike_at_the_same_moment_stand_side_by_side()
    {
        await Backlog.PutAsync("canh-nhau", new(Version, ["a.1", "b.1", "c.1"]), Cancellation);
        await Backlog.PutAsync("canh-nhau", new(Version, ["a.1"]), Cancellation);
        await Backlog.PutAsync("canh-nhau", new(Version, ["a.1"]), Cancellation);

        Assert.Equal([1, 3], (await ReadAsync("canh-nhau")).Select(row => row.Value.Deliveries.Length).Order());
    }

    [Fact]
    public async Task What_is_left_of_two_batches_becomes_one_where_it_is_the_same()
    {
        var due = rooms.Time.GetUtcNow().AddSeconds(10);
        await Backlog.PutAsync("hop-lai", new(Version, ["a.1", "b.1", "c.1"]), Cancellation);
        await Backlog.PutAsync("hop-lai", new(Version, ["a.1", "b.1"]), Cancellation);
        await Backlog.PutAsync("hop-lai", new(Version, ["d.1"]), Cancellation);
        var read = await ReadAsync("hop-lai");

        await Backlog.ChangeAsync(
            "hop-lai",
            [.. read.Select(
                row => new BacklogChange(row, row.Value.Deliveries[0] == "d.1" ? null : row.Value with { Deliveries = ["a.1"] }, due))],
            Cancellation);

        var left = Assert.Single(await ReadAsync("hop-lai"));
        Assert.Equal("a.1", Assert.Single(left.Value.Deliveries));
        Assert.Equal(due, Keys.BacklogDue(left.RowKey));
    }

    private Task<IReadOnlyList<Row<LaneBatch>>> ReadAsync(string lane) => Backlog.FirstAsync(lane, 10, Cancellation);
}
