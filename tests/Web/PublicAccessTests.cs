using System.Net;
using Azure;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Intake;

namespace Dissemination.Tests.Web;

/// <summary>What the public sees, and when.</summary>
public sealed class PublicAccessTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_its_time_and_after_its_withdrawal_nobody_outside_sees_anything_of_an_item()
    {
        var local = TimeZoneInfo.ConvertTime(site.Time.GetUtcNow().AddHours(2), LocalTime.Zone);
        await site.Get<ContentIntake>()
            .TakeApprovedAsync("items/som.png", Pictures.Png(96, 64), ("\"som\"", site.Time.GetUtcNow()), Site.Staff);
        await site.HandInAsync(
            "items/chua-den-gio.md",
            SampleFiles.Article(
                "Chưa đến giờ",
                frontMatter: $"communes: [bung-lao]\npicture: som.png\npictureAlt: Ảnh\npublishAt: {local:yyyy-MM-dd HH:mm}")
                    .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal),
            Site.Staff);
        await site.PublishAsync();
        var picture = (
            await site.Store.Editorial.FindAsync(
                Keys.Editorial, Keys.Picture("items/som.png"), ContentJson.Default.AcceptedPicture, Cancellation))!.Value.Blob;
        string[] addresses = ["/posts/chua-den-gio/vi", "/posts/chua-den-gio/vi?commune=bung-lao", $"/feeds/pictures/{picture}"];
        using var reader = site.Visit();
        using var staff = site.Visit(Site.Staff);

        foreach (var address in addresses)
        {
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await reader.ReadAsync(address)).Status));
        }

        Assert.DoesNotContain("Chưa đến giờ", (await reader.ReadAsync("/feeds/bung-lao/vi.json")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await staff.ReadAsync($"/feeds/pictures/{picture}")).Status);

        site.Time.Advance(TimeSpan.FromHours(2));
        await site.PublishAsync();
        foreach (var address in addresses)
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, (await reader.ReadAsync(address)).Status));
        }

        Assert.Contains("Chưa đến giờ", (await reader.ReadAsync("/feeds/bung-lao/vi.json")).Html, StringComparison.Ordinal);

        await site.Get<ItemCommands>().WithdrawAsync(new("chua-den-gio"), new(Site.Staff), "Sai ảnh", ETag.All, Cancellation);
        foreach (var address in addresses)
        {
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await reader.ReadAsync(address)).Status));
        }
    }

    [Fact]
    public async Task While_a_new_revision_waits_for_its_time_the_one_before_is_read()
    {
        var article = SampleFiles.Article("Bản đang đọc", frontMatter: "communes: [bung-lao]")
            .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal);
        var local = TimeZoneInfo.ConvertTime(site.Time.GetUtcNow().AddDays(3), LocalTime.Zone);
        await site.HandInAsync("items/hai-ban.md", article, Site.Staff);
        await site.PublishAsync();
        await site.HandInAsync(
            "items/hai-ban.md",
            article.Replace("Bản đang đọc", "Bản hẹn giờ", StringComparison.Ordinal)
                .Replace("communes:", $"publishAt: {local:yyyy-MM-dd HH:mm}\ncommunes:", StringComparison.Ordinal),
            Site.Staff);
        await site.PublishAsync();
        using var reader = site.Visit();

        var (status, html) = await reader.ReadAsync("/posts/hai-ban/vi");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Bản đang đọc", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Bản hẹn giờ", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/feeds")]
    [InlineData($"/posts/{Site.Published}/vi")]
    [InlineData("/style.css")]
    [InlineData("/fonts/tai-heritage-pro-400.woff2")]
    public async Task What_is_open_to_all_answers_HEAD_and_tells_a_reader_who_has_it_already(string address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = site.Address };
        using var get = await http.GetAsync(address, Cancellation);
        using var head = await http.SendAsync(new(HttpMethod.Head, address), Cancellation);
        using var asking = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Headers = { { "If-None-Match", get.Headers.ETag!.ToString() } },
        };
        using var unchanged = await http.SendAsync(asking, Cancellation);

        Assert.Equal((HttpStatusCode.OK, get.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.NotNull(get.Headers.CacheControl);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Previews_say_that_they_did_not_go_out_and_name_what_really_does()
    {
        var directory = await site.Get<DirectoryStore>().FreshAsync(Cancellation);
        var website = directory.DestinationsOf(new CommuneId("bung-lao")).First(destination => destination.Channel is ChannelKind.Website);
        using var staff = site.Visit(Site.Staff);

        var (_, html) = await staff.ReadAsync("/preview/bung-lao");

        Assert.Contains("Những bài dưới đây chưa được đăng", html, StringComparison.Ordinal);
        Assert.Contains($"Đang được đăng thật, nên không hiện ở đây: {website.Name}", html, StringComparison.Ordinal);
        Assert.DoesNotContain("ở đây chưa cài khoá của kênh nào", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_previews_are_folded_each_under_its_place_and_its_first_line()
    {
        using var reader = site.Visit();

        var (_, html) = await reader.ReadAsync("/preview/bung-lao");

        Assert.True(html.Split("<summary>").Length > 4, html);
        Assert.DoesNotContain("<details open", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"block\" lang=\"vi\">", html, StringComparison.Ordinal);
    }
}
