using System.Net;
using System.Text.RegularExpressions;
using Dissemination.Reports.Items;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Web;

/// <summary>Items are found again, and the list says on whom they wait.</summary>
public sealed partial class ItemListPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bài tìm thử")]
    [InlineData("bai tim thu")]
    [InlineData("kỹ thuật ghép cành")]
    [InlineData("ky thuat ghep canh")]
    [InlineData("tim-thu")]
    public async Task An_item_is_found_by_its_title_by_words_of_its_text_and_by_its_id(string words)
    {
        await site.HandInAsync(
            "items/tim-thu.md", SampleFiles.Article("Bài tìm thử", "Kỹ thuật ghép cành cho bà con.", approved: false), Site.Staff);

        Assert.Equal("tim-thu", (await FoundAsync($"/items?q={Uri.EscapeDataString(words)}"))[0]);
    }

    [Fact]
    public async Task Filters_are_put_together_and_have_an_address()
    {
        Assert.Contains(Site.Unapproved, await FoundAsync("/items?state=waiting-for-approval&waiting=approver"));
        Assert.DoesNotContain(Site.Published, await FoundAsync("/items?state=waiting-for-approval"));
        Assert.Contains(Site.Published, await FoundAsync("/items?topic=macadamia&state=approved&sort=title"));
        Assert.DoesNotContain(Site.Illustrated, await FoundAsync("/items?topic=macadamia"));
        Assert.Contains(Site.Published, await FoundAsync("/items?waiting=translators&sort=waiting"));
    }

    [Fact]
    public async Task What_was_posted_of_all_places_stands_beside_each()
    {
        using var staff = site.Visit(Site.Staff);

        Assert.Matches(
            "đã đăng \\d+/\\d+ nơi", WebUtility.HtmlDecode((await staff.ReadAsync($"/items?q={Site.Published}")).Html));
    }

    [Fact]
    public async Task Who_finds_nothing_is_told_what_to_do_and_leads_back_to_all()
    {
        using var staff = site.Visit(Site.Staff);
        var (status, html) = await staff.ReadAsync("/items?q=khongcogicả&commune=khong-co&state=gi-do&page=99999999999");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Không tìm thấy bài nào", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/items\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_reads_storage_four_times_however_it_is_filtered()
    {
        var reader = site.Get<ItemListReader>();
        await reader.ReadAsync(new([]), ItemSort.Newest, from: null, Cancellation);
        var (_, transactions) = await CountedTransactions.OfAsync(
            () => reader.ReadAsync(new(["mac", "ca"]), ItemSort.Waiting, from: null, Cancellation));

        Assert.InRange(transactions, 1, 5);
    }

    private async Task<List<string>> FoundAsync(string address)
    {
        using var staff = site.Visit(Site.Staff);
        var (status, html) = await staff.ReadAsync(address);
        Assert.Equal(HttpStatusCode.OK, status);
        return [.. Heading().Matches(html).Select(match => match.Groups["id"].Value)];
    }

    [GeneratedRegex(
        "<h2><a href=\"/items/(?<id>[^\"]+)\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();
}
