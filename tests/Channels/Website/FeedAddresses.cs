using System.Net;
using System.Xml.Linq;
using Dissemination.Channels.Website;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Dissemination.Tests.Channels.Website;

public sealed class FeedAddresses(ChannelStorage storage) : IClassFixture<ChannelStorage>, IAsyncLifetime
{
    private static readonly SiteAddress Site = Posts.Site;

    private static readonly DirectorySnapshot Directory = new(
        [new(new("addresses"), "xã Búng Lao", CommuneKind.Commune, [new("blt-Tavt")], ReleasePolicy.Automatic)],
        [Posts.Website("addresses")],
        []);

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
        await directories.ReplaceAsync(read, Directory, "none", new HistoryEntry("directory", Posts.Morning, HistoryEntry.System, "directory-accepted"), Cancellation);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(storage.Store).AddSingleton(Site).AddSingleton(directories).AddProblemDetails();
        _app = builder.Build();
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
        await new WebsiteChannel(new(storage.Store, Site), Site).SendAsync(new(post, website, null), Cancellation);

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

    [Fact]
    public async Task A_picture_of_an_entry_is_served()
    {
        await storage.Store.Container(Containers.Media).GetBlobClient("feed.png").UploadAsync(new BinaryData([1, 2, 3]), overwrite: true, Cancellation);

        using var answer = await GetAsync("/feeds/pictures/feed.png");

        Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    private Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
}
