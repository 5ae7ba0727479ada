using System.Globalization;
using Azure.Data.Tables;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dissemination.Tests.Deliveries;

public sealed class LinkCounterTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_who_come_at_once_are_all_counted_by_every_copy_of_the_program()
    {
        var version = VersionId.Parse("dem-cung-luc.1.vi", null);
        await PublishAsync(version);
        var link = await LinkAsync(version);
        Assert.Empty(await rooms.Get<ShortLinkStore>().OpensAsync(version, Cancellation));

        using var other = NewCounter();
        foreach (var counter in (LinkCounter[])[rooms.Get<LinkCounter>(), other])
        {
            await Parallel.ForAsync(0, 200, Cancellation, (_, _) =>
            {
                counter.Count(link);
                return ValueTask.CompletedTask;
            });
            await counter.FlushAsync(Cancellation);
            await counter.FlushAsync(Cancellation);
        }

        rooms.Get<LinkCounter>().Count(link);
        var opens = Assert.Single(await rooms.Get<ShortLinkStore>().OpensAsync(version, Cancellation));
        Assert.Equal((link.ToString(), 401), (opens.Key, opens.Value));
    }

    [Fact]
    public async Task None_is_lost_when_the_program_ends_in_order()
    {
        var version = VersionId.Parse("dem-den-het.1.vi", null);
        await PublishAsync(version);
        var link = await LinkAsync(version);
        using var ending = NewCounter();
        await ending.StartAsync(Cancellation);
        ending.Count(link);
        await ending.StopAsync(Cancellation);
        Assert.Equal(1, (await rooms.Get<ShortLinkStore>().OpensAsync(version, Cancellation))[link.ToString()]);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_keeps_no_other_from_being_counted()
    {
        var (broken, well) = (VersionId.Parse("dem-hong.1.vi", null), VersionId.Parse("dem-lanh.1.vi", null));
        await PublishAsync(broken);
        await PublishAsync(well);
        var (lost, link) = (await LinkAsync(broken), await LinkAsync(well));
        for (var shard = 0; shard < 16; shard++)
        {
            var row = Keys.LinkOpens(shard.ToString("D2", CultureInfo.InvariantCulture), lost.Row);
            await rooms.Store.Links.UpsertEntityAsync(
                new TableEntity(Keys.LinkOpensOf(lost.Version), row) { ["Json"] = "{ rác" }, TableUpdateMode.Replace, Cancellation);
        }

        using var counter = NewCounter();
        counter.Count(lost);
        counter.Count(link);
        await counter.FlushAsync(Cancellation);
        counter.Count(link);
        await counter.FlushAsync(Cancellation);

        Assert.Equal(2, (await rooms.Get<ShortLinkStore>().OpensAsync(well, Cancellation))[link.ToString()]);
    }

    private LinkCounter NewCounter() => new(rooms.Store, rooms.Time, NullLogger<LinkCounter>.Instance);

    private async Task PublishAsync(VersionId version)
    {
        await rooms.HandInAsync($"items/{version.Item}.md", SampleFiles.Article(version.Item.Value));
        await rooms.PublishAsync();
    }

    private async Task<LinkCode> LinkAsync(VersionId version) =>
        LinkCode.Of((await rooms.Get<DeliveryReader>().OfAsync(version, Cancellation).FirstAsync(Cancellation)).Value.Id);
}
