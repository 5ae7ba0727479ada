using System.Net;
using System.Xml.Linq;
using Dissemination.Channels;
using Dissemination.Channels.Website;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Channels.Website;

public sealed class FeedAddressesTests(ChannelStorage storage) : IClassFixture<ChannelStorage>, IAsyncLifetime
{
    private static readonly SiteAddress Site = Posts.Site;

    private static readonly DirectorySnapshot Directory = new(
        [new(new("addresses"), "xã Búng Lao", CommuneKind.Commune, [new("blt-Tavt")], ReleasePolicy.Automatic)],
        [Posts.Website("addresses")],
        []);

    private readonly FakeTimeProvider _time = new(Posts.Morning);
    private FeedStore _feeds = null!;
    private WebsiteChannel _channel = null!;
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // The directory is one for the whole account; this test has one of its own.
        var apart = storage.With(new OtherContainer(Containers.State, "state-of-feeds"));
        await apart.CreateAsync(Cancellation);
        var directories = new DirectoryStore(apart, TimeProvider.System);
        var read = await directories.VersionAsync(Cancellation);
        await directories.ReplaceAsync(
            read, Directory, "none", new HistoryEntry("directory", Posts.Morning, HistoryEntry.System, "directory-accepted"), Cancellation);

        _feeds = new(storage.Store, Site);
        var reader = new FeedReader(_feeds, new(storage.Store), Site, _time);
        _channel = new(_feeds, reader, directories, Site);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(storage.Store).AddSingleton(directories).AddSingleton(_ => reader)
            .AddSingleton(new PublicPictureStore(storage.Store, new(storage.Store, new()), TimeProvider.System)).AddFeedsForOtherSites().AddProblemDetails();
        _app = builder.Build();
        _app.UseCors();
        _app.MapFeeds();
        await _app.StartAsync(Cancellation);
        _client = new() { BaseAddress = new(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_reader_that_has_the_feed_already_is_told_so()
    {
        var website = Posts.Website("addresses");
        var post = Posts.Article("Nội dung") with { Id = Posts.Id("khai-mac", 1, "vi", website.Id) };
        await _channel.SendAsync(new(post, website, null), Cancellation);

        using var first = await GetAsync("/feeds/addresses/vi.rss");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("application/rss+xml", first.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Mắc ca", await first.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/feeds/addresses/vi.rss");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _client.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_feed_says_how_old_it_is_and_when_it_changed_and_its_tag_is_the_same_until_it_does()
    {
        var website = Posts.Website("addresses");
        var post = Posts.Article("Nội dung", "Rút lại") with { Id = Posts.Id("rut-lai", 1, "vi", website.Id) };
        var sent = Assert.IsType<SendOutcome.Delivered>(await _channel.SendAsync(new(post, website, null), Cancellation));
        var (_, modifiedAt) = await _feeds.NewestAsync([new(website.Id.Commune, LanguageTag.Vietnamese)], Cancellation);

        using var young = await GetAsync("/feeds/addresses/vi.json");
        _time.Advance(TimeSpan.FromSeconds(41));
        using var old = await GetAsync("/feeds/addresses/vi.json");
        _time.Advance(TimeSpan.FromSeconds(20));
        using var anew = await GetAsync("/feeds/addresses/vi.json");

        Assert.Equal([0, 41, 0], new[] { young, old, anew }.Select(answer => answer.Headers.Age?.TotalSeconds));
        Assert.Single(new[] { young, old, anew }.Select(answer => answer.Headers.ETag).Distinct());
        Assert.Equal(modifiedAt!.Value.ToUnixTimeSeconds(), young.Content.Headers.LastModified?.ToUnixTimeSeconds());
        using var since = new HttpRequestMessage(HttpMethod.Get, "/feeds/addresses/vi.json");
        since.Headers.IfModifiedSince = modifiedAt;
        using var unchanged = await _client.SendAsync(since, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        await _channel.RemoveAsync(new(post, website, null), sent.Reference, Cancellation);
        using var without = await GetAsync("/feeds/addresses/vi.json");
        Assert.DoesNotContain("Rút lại", await without.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.NotEqual(young.Headers.ETag, without.Headers.ETag);
    }

    [Fact]
    public async Task A_commune_has_an_empty_feed_in_each_of_its_languages_before_the_first_post()
    {
        using var rss = await GetAsync("/feeds/addresses/blt-Tavt.rss");
        using var json = await GetAsync("/feeds/addresses/blt-Tavt.json");

        Assert.Equal(HttpStatusCode.OK, rss.StatusCode);
        Assert.Empty(XDocument.Parse(await rss.Content.ReadAsStringAsync(Cancellation)).Descendants("item"));
        Assert.Equal("application/feed+json", json.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/feeds/nowhere/vi.rss")]
    [InlineData("/feeds/addresses/hmn-Latn-x-chv.json")]
    [InlineData("/feeds/addresses/th.rss")]
    [InlineData("/feeds/Addresses/vi.rss")]
    [InlineData("/feeds/pictures/none.png")]
    public async Task What_is_not_there_is_a_problem(string address)
    {
        using var answer = await GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"code\":\"UnknownFeed\"", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/feeds/addresses/vi.rss")]
    [InlineData("/feeds/addresses/vi.json")]
    [InlineData("/feeds/addresses/blt-Tavt.rss")]
    public async Task A_reader_asks_with_HEAD_whether_there_is_something_new(string address)
    {
        var website = Posts.Website("addresses");
        var post = Posts.Article("Nội dung") with { Id = Posts.Id("khai-mac", 1, "vi", website.Id) };
        await _channel.SendAsync(new(post, website, null), Cancellation);
        using var get = await GetAsync(address);

        using var head = await _client.SendAsync(new(HttpMethod.Head, address), Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Head, address)
        {
            Headers = { { "If-None-Match", get.Headers.ETag!.ToString() } },
        };
        using var unchanged = await _client.SendAsync(again, Cancellation);

        Assert.Equal((HttpStatusCode.OK, get.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        Assert.Equal(
            (get.Content.Headers.ContentType, "public, max-age=60"),
            (head.Content.Headers.ContentType, head.Headers.CacheControl?.ToString()));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_script_of_a_communes_own_website_may_read_a_feed_and_ask_whether_it_changed()
    {
        using var reading = new HttpRequestMessage(HttpMethod.Get, "/feeds/addresses/blt-Tavt.json")
        {
            Headers = { { "Origin", "https://bunglao.example" } },
        };
        using var read = await _client.SendAsync(reading, Cancellation);
        using var asking = new HttpRequestMessage(HttpMethod.Options, "/feeds/addresses/blt-Tavt.json")
        {
            Headers =
                { { "Origin", "https://bunglao.example" }, { "Access-Control-Request-Method", "GET" }, { "Access-Control-Request-Headers", "if-none-match" } },
        };
        using var asked = await _client.SendAsync(asking, Cancellation);

        Assert.Equal(["*"], read.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("ETag", string.Join(',', read.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
        Assert.Equal(
            (HttpStatusCode.NoContent, "if-none-match"),
            (asked.StatusCode, asked.Headers.GetValues("Access-Control-Allow-Headers").Single()));
    }

    [Fact]
    public async Task A_picture_is_served_once_an_item_that_shows_it_is_out_and_no_more_once_that_is_withdrawn()
    {
        await storage.Store.Container(Containers.Media).GetBlobClient("feed.png")
            .UploadAsync(new BinaryData([1, 2, 3]), overwrite: true, Cancellation);
        var item = new Item
        {
            Id = new("co-anh"),
            Revision = 1,
            ContentHash = "x",
            SourceFile = "items/co-anh.md",
            HandIn = HandInId.Of(Containers.Content, "items/co-anh.md", Posts.Morning, "x"),
            Kind = ItemKind.Article,
            Headline = "Có ảnh",
            Sample = false,
            AcceptedAt = Posts.Morning,
        };
        await StoreAsync(item);
        using (var early = await GetAsync("/feeds/pictures/feed.png"))
        {
            Assert.Equal((HttpStatusCode.NotFound, "no-store"), (early.StatusCode, early.Headers.CacheControl?.ToString()));
        }

        await new PublicPictureStore(storage.Store, new(storage.Store, new()), TimeProvider.System).ShowAsync("feed.png", item.Id, Cancellation);
        using (var answer = await GetAsync("/feeds/pictures/feed.png"))
        {
            Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync(Cancellation));
            Assert.Equal(
                "max-age=600, public",
                string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal)));
            using var again = new HttpRequestMessage(HttpMethod.Get, "/feeds/pictures/feed.png")
            {
                Headers = { { "If-None-Match", answer.Headers.ETag!.ToString() } },
            };
            using var unchanged = await _client.SendAsync(again, Cancellation);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        }

        await StoreAsync(item with { Withdrawal = new(new("can-bo"), Posts.Morning, "Sai ảnh") });
        using var late = await GetAsync("/feeds/pictures/feed.png");
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);

        async Task StoreAsync(Item standing) => Assert.True(await new Transaction(Keys.Editorial)
            .Put(Keys.Item(item.Id.Value), standing, ContentJson.Default.Item)
            .CommitAsync(storage.Store.Editorial, Cancellation));
    }

    private Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
}
