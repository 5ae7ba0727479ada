using System.Text.Json;
using System.Xml.Linq;
using Azure.Data.Tables;
using Dissemination.Channels.Website;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Tests.Channels.Rendering;
using FsCheck.Xunit;
using SkiaSharp;

namespace Dissemination.Tests.Channels.Website;

[Properties(Arbitrary = [typeof(GeneratedTexts)], MaxTest = 100)]
public sealed class FeedRulesTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    private static readonly XNamespace Podcast = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    [Property]
    public void Whatever_an_item_says_its_feed_is_valid(Body title, Body body, Body issuer)
    {
        var feed = Feed(Posts.Article(body.Text, title.Text) with { Issuer = issuer.Text, Speaker = issuer.Text, Sample = true });

        var item = Parse(feed).Root!.Element("channel")!.Element("item")!;
        using var json = JsonDocument.Parse(FeedFormat.Json.Write(feed));

        Assert.Equal(
            item.Element("description")!.Value.ReplaceLineEndings("\n"),
            json.RootElement.GetProperty("items")[0].GetProperty("content_html").GetString()!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void An_rss_feed_says_its_language_its_own_address_and_who_issued_an_item()
    {
        var feed = Feed(Posts.Article("Nội dung"));

        var channel = Parse(feed).Root!.Element("channel")!;

        Assert.Equal("blt-Tavt", channel.Element("language")!.Value);
        Assert.Equal("blt-Tavt", channel.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal("https://tuyentruyen.example/feeds/bung-lao/blt-Tavt.rss", channel.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal("Trang tin xã Búng Lao – Thái Đen (chữ Thái Việt)", channel.Element("title")!.Value);
        var item = channel.Element("item")!;
        Assert.Equal("Ban Tuyên giáo và Dân vận Tỉnh ủy", item.Element(Dc + "creator")!.Value);
        Assert.Equal(Posts.Link, item.Element("link")!.Value);
        Assert.Equal("mac-ca.vi.bung-lao.telegram", item.Element("guid")!.Value);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
        Assert.Equal("Fri, 20 Nov 2026 00:30:00 Z", item.Element("pubDate")!.Value);
    }

    [Fact]
    public void A_feed_in_which_something_is_heard_has_what_directories_of_podcasts_ask_for_where_its_language_has_no_code_too()
    {
        var feed = Feed(Posts.Article("Nội dung"));
        feed = feed with
        {
            Entries = [feed.Entries[0] with { Sound = new("https://tuyentruyen.example/voices/mac-ca.1.blt-Tavt/a.mp3", 24_000, 6) }],
        };

        var channel = Parse(feed).Root!.Element("channel")!;

        Assert.Equal("vi", channel.Element("language")!.Value);
        Assert.Equal("blt-Tavt", channel.Element(Dc + "language")!.Value);
        Assert.Equal("blt-Tavt", channel.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.All((string[])["title", "link", "description"], name => Assert.NotEqual("", channel.Element(name)!.Value));
        Assert.Equal(
            ("Trang tin xã Búng Lao", "false", "episodic"),
            (channel.Element(Podcast + "author")!.Value, channel.Element(Podcast + "explicit")!.Value, channel.Element(Podcast + "type")!.Value));
        Assert.Equal("Government", (string?)channel.Element(Podcast + "category")!.Attribute("text"));
        Assert.Equal("https://tuyentruyen.example/feeds/podcast.png", (string?)channel.Element(Podcast + "image")!.Attribute("href"));
        Assert.Contains("<itunes:image ", System.Text.Encoding.UTF8.GetString(FeedFormat.Rss.Write(feed)), StringComparison.Ordinal);
        var item = channel.Element("item")!;
        var enclosure = Assert.Single(item.Elements("enclosure"));
        Assert.Equal(
            (feed.Entries[0].Sound!.Url, "audio/mpeg", "24000"),
            ((string?)enclosure.Attribute("url"), (string?)enclosure.Attribute("type"), (string?)enclosure.Attribute("length")));
        Assert.Equal(("6", "false"), (item.Element(Podcast + "duration")!.Value, item.Element(Podcast + "explicit")!.Value));
        Assert.All((string[])["title", "guid", "pubDate"], name => Assert.NotEqual("", item.Element(name)!.Value));
    }

    [Fact]
    public void The_cover_of_podcasts_is_a_square_of_the_size_that_directories_take()
    {
        using var cover = SKBitmap.Decode(PodcastCover.Png);

        Assert.Equal(cover.Width, cover.Height);
        Assert.InRange(cover.Width, 1_400, 3_000);
    }

    [Fact]
    public void A_json_feed_has_what_version_1_1_asks_for()
    {
        using var json = JsonDocument.Parse(FeedFormat.Json.Write(Feed(Posts.Article("Nội dung"))));

        var root = json.RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", root.GetProperty("version").GetString());
        Assert.Equal("blt-Tavt", root.GetProperty("language").GetString());
        Assert.Equal("https://tuyentruyen.example/feeds/bung-lao/blt-Tavt.json", root.GetProperty("feed_url").GetString());
        var item = root.GetProperty("items")[0];
        Assert.Equal("mac-ca.vi.bung-lao.telegram", item.GetProperty("id").GetString());
        Assert.Equal(Posts.Link, item.GetProperty("url").GetString());
        Assert.Equal("2026-11-20T00:30:00+00:00", item.GetProperty("date_published").GetString());
        Assert.Equal("Ban Tuyên giáo và Dân vận Tỉnh ủy", item.GetProperty("authors")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void A_correction_says_when_it_came_and_keeps_the_date_of_the_first()
    {
        var first = Feed(Posts.Article("Nội dung"));
        var corrected = first with { Entries = [first.Entries[0] with { CorrectedAt = Posts.Morning.AddDays(2) }] };

        var item = Parse(corrected).Descendants("item").Single();
        using var json = JsonDocument.Parse(FeedFormat.Json.Write(corrected));
        using var uncorrected = JsonDocument.Parse(FeedFormat.Json.Write(first));

        Assert.Equal("Fri, 20 Nov 2026 00:30:00 Z", item.Element("pubDate")!.Value);
        Assert.Equal("2026-11-22T00:30:00Z", item.Element(Atom + "updated")!.Value);
        var entry = json.RootElement.GetProperty("items")[0];
        Assert.Equal("2026-11-20T00:30:00+00:00", entry.GetProperty("date_published").GetString());
        Assert.Equal("2026-11-22T00:30:00+00:00", entry.GetProperty("date_modified").GetString());
        Assert.False(uncorrected.RootElement.GetProperty("items")[0].TryGetProperty("date_modified", out _));
    }

    [Fact]
    public void Only_links_to_pages_and_mailboxes_and_no_raw_html_come_through()
    {
        var entry = FeedEntries.Of(
            Posts.Article(
                "<script>x</script> [a](javascript:alert(1)) <javascript:b> [c](https://c.example) [d](mailto:d@e.vn) [f](/f) ![g](https://h.example/g.png)"),
            Posts.Site.Base);

        Assert.DoesNotContain("<script", entry.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", entry.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", entry.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/f", entry.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://c.example\">c</a>", entry.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"mailto:d@e.vn\">d</a>", entry.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_comes_with_its_words_for_those_who_cannot_see_it()
    {
        var entry = FeedEntries.Of(
            Posts.Article("Nội dung") with { Pictures = [new("abc.png", "image/png", "Đồi \"mắc ca\"")] }, Posts.Site.Base);

        Assert.StartsWith(
            "<p><img src=\"https://tuyentruyen.example/feeds/pictures/abc.png\" alt=\"&#272;ồi &quot;mắc ca&quot;\"></p>".Replace(
                "&#272;", "Đ", StringComparison.Ordinal),
            entry.Html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_picture_of_an_album_stands_in_the_text_the_attachments_and_the_media_of_an_entry()
    {
        var post = Posts.Article("Nội dung") with
        {
            Pictures =
            [
                new("mot.png", "image/png", "Đồi") { Length = 12 },
                new("hai.jpg", "image/jpeg", "Nương") { Caption = "Nương <lúa>", Length = 34 },
            ],
        };
        var (one, two) = ("https://tuyentruyen.example/feeds/pictures/mot.png", "https://tuyentruyen.example/feeds/pictures/hai.jpg");

        var item = Parse(Feed(post)).Descendants("item").Single();
        var entry = JsonDocument.Parse(JsonFeed.Write(Feed(post))).RootElement.GetProperty("items")[0];

        var enclosure = item.Element("enclosure")!;
        Assert.Equal(
            (one, "image/png", "12"),
            ((string?)enclosure.Attribute("url"), (string?)enclosure.Attribute("type"), (string?)enclosure.Attribute("length")));
        Assert.Equal([one, two], item.Elements(Media + "content").Select(content => (string?)content.Attribute("url")));
        Assert.Equal(["Đồi", "Nương"], item.Elements(Media + "content").Select(content => (string?)content.Element(Media + "description")));
        Assert.Equal("Nương <lúa>", (string?)item.Elements(Media + "content").Last().Element(Media + "title"));
        Assert.Contains("<figcaption>Nương &lt;l&#250;a&gt;</figcaption>", (string?)item.Element("description"), StringComparison.Ordinal);
        Assert.Equal([one, two], entry.GetProperty("attachments").EnumerateArray().Select(file => file.GetProperty("url").GetString()));
        Assert.Equal(
            [12, 34], entry.GetProperty("attachments").EnumerateArray().Select(file => file.GetProperty("size_in_bytes").GetInt32()));
        Assert.Equal(one, entry.GetProperty("image").GetString());
    }

    [Fact]
    public void An_entry_that_was_stored_when_it_had_one_picture_is_still_read()
    {
        var entry = JsonSerializer.Deserialize(
            """{"delivery":"a.1.vi.bung-lao.trang","title":"T","html":"<p>x</p>","issuer":"Ban","link":"https://x.example/a","picture":"https://x.example/p.png","publishedAt":"2026-11-20T00:00:00+00:00"}""",
            FeedRowsJson.Default.FeedEntry)!;
        var feed = Feed(Posts.Article("Nội dung")) with { Entries = [entry] };

        Assert.Equal(
            "https://x.example/p.png",
            JsonDocument.Parse(JsonFeed.Write(feed)).RootElement.GetProperty("items")[0].GetProperty("image").GetString());
        Assert.Single(Parse(feed).Descendants("item"));
    }

    [Fact]
    public void An_entry_is_stored_in_few_bytes_and_read_as_it_was()
    {
        var words = string.Join("\n\n", Enumerable.Repeat("ꪀꪱꪙ ꪶꪜꪙ. Bà con trồng mắc ca và cà phê.", 50));
        var entry = FeedEntries.Of(Posts.Article(words), Posts.Site.Base);

        IDictionary<string, object> row = RowCodec.ToEntity("p", "r", entry, FeedRowsJson.Default.FeedEntry);

        Assert.InRange(row.Values.OfType<byte[]>().Sum(piece => piece.Length), 1, entry.Html.Length / 2);
        Assert.Equal(entry.Html, RowCodec.ToRow((TableEntity)row, FeedRowsJson.Default.FeedEntry).Value.Html);
    }

    private static Feed Feed(Dissemination.Channels.Post post) => new(
        new(new("bung-lao"), new LanguageTag("blt-Tavt")),
        "Trang tin xã Búng Lao",
        Posts.Site.Base,
        [FeedEntries.Of(post, Posts.Site.Base)]);

    private static XDocument Parse(Feed feed)
    {
        using var bytes = new MemoryStream(FeedFormat.Rss.Write(feed));
        return XDocument.Load(bytes);
    }
}
