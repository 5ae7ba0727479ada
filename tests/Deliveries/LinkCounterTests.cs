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
        var links = await rooms.Get<ShortLinkStore>().OfAsync(version, Cancellation).ToListAsync(Cancellation);
        Assert.All(links, link => Assert.Equal(0, link.Opens));

        using var other = NewCounter();
        foreach (var counter in (LinkCounter[])[rooms.Get<LinkCounter>(), other])
        {
            await Parallel.ForAsync(0, 200, Cancellation, (_, _) =>
            {
                counter.Count(LinkCode.Of(links[0].Delivery));
                return ValueTask.CompletedTask;
            });
            await counter.FlushAsync(Cancellation);
            await counter.FlushAsync(Cancellation);
        }

        rooms.Get<LinkCounter>().Count(LinkCode.Of(links[0].Delivery));
        Assert.Equal([401, 0], (await OpensAsync(version)).Take(2));
    }

    [Fact]
    public async Task None_is_lost_when_the_program_ends_in_order()
    {
        var version = VersionId.Parse("dem-den-het.1.vi", null);
        await PublishAsync(version);
        var link = await rooms.Get<ShortLinkStore>().OfAsync(version, Cancellation).FirstAsync(Cancellation);
        using var ending = NewCounter();
        await ending.StartAsync(Cancellation);
        ending.Count(LinkCode.Of(link.Delivery));
        await ending.StopAsync(Cancellation);
        Assert.Equal(1, (await OpensAsync(version))[0]);
    }

    [Fact]
    public async Task What_was_counted_before_counters_had_rows_of_their_own_still_counts()
    {
        var version = VersionId.Parse("dem-tu-truoc.1.vi", null);
        await PublishAsync(version);
        var link = await rooms.Get<ShortLinkStore>().OfAsync(version, Cancellation).FirstAsync(Cancellation);
        var code = LinkCode.Of(link.Delivery);
        await new Transaction(code.Partition).Put(code.Row, link with { Opens = 12 }, DeliveriesJson.Default.ShortLink)
            .CommitAsync(rooms.Store.Links, Cancellation);

        await rooms.Get<ShortLinkStore>().OpenAsync(code, byPerson: true, Cancellation);
        await rooms.Get<ShortLinkStore>().OpenAsync(code, byPerson: false, Cancellation);

        Assert.Equal(13, (await OpensAsync(version))[0]);
    }

    private LinkCounter NewCounter() => new(rooms.Store, rooms.Time, NullLogger<LinkCounter>.Instance);

    private async Task PublishAsync(VersionId version)
    {
        await rooms.HandInAsync($"items/{version.Item}.md", SampleFiles.Article(version.Item.Value));
        await rooms.PublishAsync();
    }

    private async Task<List<long>> OpensAsync(VersionId version) =>
        await rooms.Get<ShortLinkStore>().OfAsync(version, Cancellation).Select(link => link.Opens).ToListAsync(Cancellation);
}
