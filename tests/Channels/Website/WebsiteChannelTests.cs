using System.Text.Json;
using System.Xml.Linq;
using Dissemination.Channels;
using Dissemination.Channels.Website;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Tests.Channels.Website;

public sealed class WebsiteChannelTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static readonly SiteAddress Site = Posts.Site;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts_stand_newest_first()
    {
        var website = Posts.Website("newest-first");
        foreach (var day in (int[])[2, 0, 3, 1])
        {
            Assert.IsType<SendOutcome.Delivered>(await SendAsync(website, $"bai-{day}", 1, day));
        }

        Assert.Equal(["bai-3", "bai-2", "bai-1", "bai-0"], await ItemsAsync("newest-first"));
    }

    [Fact]
    public async Task A_feed_holds_the_newest_fifty()
    {
        var website = Posts.Website("fifty");
        for (var day = 0; day < 53; day++)
        {
            await SendAsync(website, $"bai-{day:D2}", 1, day);
        }

        var items = await ItemsAsync("fifty");
        Assert.Equal(50, items.Count);
        Assert.Equal(("bai-52", "bai-03"), (items[0], items[^1]));
    }

    [Fact]
    public async Task A_new_revision_takes_the_place_of_the_older_one_and_an_older_one_comes_too_late()
    {
        var website = Posts.Website("revisions");
        await SendAsync(website, "khai-mac", 1, day: 0);
        await SendAsync(website, "be-mac", 1, day: 1);

        Assert.IsType<SendOutcome.Delivered>(await SendAsync(website, "khai-mac", 2, day: 2));
        Assert.IsType<SendOutcome.Rejected>(await SendAsync(website, "khai-mac", 1, day: 0));

        Assert.Equal(["khai-mac", "be-mac"], await ItemsAsync("revisions"));
        using var json = JsonDocument.Parse((await FileAsync("revisions", FeedFormat.Json)).Content);
        var (corrected, other) = (json.RootElement.GetProperty("items")[0], json.RootElement.GetProperty("items")[1]);
        Assert.Equal(
            (Posts.Morning, Posts.Morning.AddDays(2)),
            (corrected.GetProperty("date_published").GetDateTimeOffset(), corrected.GetProperty("date_modified").GetDateTimeOffset()));
        Assert.False(other.TryGetProperty("date_modified", out _));
        var rss = XDocument.Parse((await FileAsync("revisions", FeedFormat.Rss)).Content.ToString()).Descendants("item").First();
        Assert.Equal("Fri, 20 Nov 2026 00:30:00 Z", rss.Element("pubDate")!.Value);
        Assert.Equal("2026-11-22T00:30:00Z", rss.Element(XNamespace.Get("http://www.w3.org/2005/Atom") + "updated")!.Value);
    }

    [Fact]
    public async Task The_same_delivery_again_changes_nothing()
    {
        var website = Posts.Website("again");
        var first = await SendAsync(website, "khai-mac", 1, day: 0);
        var before = await FileAsync("again", FeedFormat.Rss);

        var second = await SendAsync(website, "khai-mac", 1, day: 0);

        Assert.Equal(first, second);
        Assert.Equal(before.Details.ETag, (await FileAsync("again", FeedFormat.Rss)).Details.ETag);
    }

    [Fact]
    public async Task Senders_at_the_same_time_lose_no_entry()
    {
        var website = Posts.Website("at-once");

        await Task.WhenAll(Enumerable.Range(0, 16).Select(day => SendAsync(website, $"bai-{day:D2}", 1, day)));

        var expected = Enumerable.Range(0, 16).Reverse().Select(day => $"bai-{day:D2}").ToList();
        Assert.Equal(expected, await ItemsAsync("at-once"));
        var rss = XDocument.Parse((await FileAsync("at-once", FeedFormat.Rss)).Content.ToString());
        Assert.Equal(expected, [.. rss.Descendants("title").Skip(1).Select(title => title.Value)]);
    }

    [Fact]
    public async Task A_sender_that_read_before_another_wrote_does_not_write_over_it()
    {
        var website = Posts.Website("overtaken");
        await SendAsync(website, "bai-0", 1, day: 0);
        using var pause = new PausedUpload("/feeds/overtaken/vi.json");
        var slow = new WebsiteChannel(new FeedStore(storage.With(pause), Site), Directories, Site)
            .SendAsync(new(Post(website, "bai-1", 1, day: 1), website, null), Cancellation);
        await pause.Reached.WaitAsync(Cancellation);

        await SendAsync(website, "bai-2", 1, day: 2);
        pause.Resume();
        await slow;

        Assert.Equal(["bai-2", "bai-1", "bai-0"], await ItemsAsync("overtaken"));
    }

    [Fact]
    public async Task A_send_that_was_cut_off_is_found_and_its_files_are_written()
    {
        var website = Posts.Website("cut-off");
        var post = Post(website, "khai-mac", 1, day: 0);
        var channel = Channel();
        Assert.IsType<FindOutcome.NotThere>(await channel.FindAsync(new(post, website, null), default, Cancellation));
        await new FeedStore(storage.Store, Site).PutAsync(new(website.Id.Commune, new("vi")), post, Cancellation);

        Assert.IsType<FindOutcome.There>(await channel.FindAsync(new(post, website, null), default, Cancellation));

        Assert.Equal(["khai-mac"], await ItemsAsync("cut-off"));
    }

    [Fact]
    public async Task Files_carry_their_content_types()
    {
        await SendAsync(Posts.Website("types"), "khai-mac", 1, day: 0);

        Assert.Equal("application/rss+xml; charset=utf-8", (await FileAsync("types", FeedFormat.Rss)).Details.ContentType);
        Assert.Equal("application/feed+json; charset=utf-8", (await FileAsync("types", FeedFormat.Json)).Details.ContentType);
    }

    private DirectoryStore Directories => new(storage.Store, TimeProvider.System);

    private WebsiteChannel Channel() => new(new FeedStore(storage.Store, Site), Directories, Site);

    private Task<SendOutcome> SendAsync(Destination website, string item, int revision, int day) =>
        Channel().SendAsync(new(Post(website, item, revision, day), website, null), Cancellation);

    private static Post Post(Destination website, string item, int revision, int day) =>
        Posts.Article("Nội dung", item) with { Id = Posts.Id(item, revision, "vi", website.Id), PublishedAt = Posts.Morning.AddDays(day) };

    private async Task<List<string>> ItemsAsync(string commune)
    {
        using var json = JsonDocument.Parse((await FileAsync(commune, FeedFormat.Json)).Content);
        return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)];
    }

    private async Task<Azure.Storage.Blobs.Models.BlobDownloadResult> FileAsync(string commune, FeedFormat format) =>
        await storage.Store.Container(Containers.Feeds).GetBlobClient($"{commune}/vi{format.Extension}").DownloadContentAsync(Cancellation);
}
