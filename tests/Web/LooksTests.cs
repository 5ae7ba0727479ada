using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Tests.Web;

/// <summary>What stands around every page: the places with their pictures, and what a first visit costs on a slow network.</summary>
public sealed partial class LooksTests(Site site) : IClassFixture<Site>
{
    /// <summary>Of a page of somebody who is signed in.</summary>
    private const int MostOfPage = 60 * 1024;

    private const int MostOfFirstPage = 30 * 1024;

    public static TheoryData<string> IconNames => [.. NavigationIcons.All.Distinct()];

    [Theory]
    [MemberData(nameof(IconNames))]
    public void Every_icon_of_the_navigation_is_in_the_program_and_draws_something(string name) =>
        Assert.Matches("<svg class=\"i\"[^>]*aria-hidden=\"true\"><(path|circle|rect|line|poly)", Icons.Of(name).Value);

    [Fact]
    public void Every_place_of_the_navigation_has_a_picture_of_its_own()
    {
        var person = new Person(PersonId.Parse("tat-ca", null), "Người làm mọi việc", [.. Enum.GetValues<Role>()], Commune: null, []);

        Assert.All(Navigation.Of(person), link => Assert.NotEqual(NavigationIcons.Of("/khong-co").Value, NavigationIcons.Of(link.Address).Value));
    }

    [Theory]
    [InlineData("/", null, MostOfFirstPage)]
    [InlineData("/sign-in", null, MostOfFirstPage)]
    [InlineData("/items", Site.Staff, MostOfPage)]
    [InlineData("/inbox", Site.Communicator, MostOfPage)]
    [InlineData("/today", Site.Communicator, MostOfPage)]
    [InlineData("/campaign", Site.Leader, MostOfPage)]
    public async Task A_page_that_one_begins_with_is_light_with_its_style_scripts_and_fonts_and_asks_no_other_host(
        string path, string? person, int most)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html,*/*");
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        if (person is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", $"acting-person={person}");
        }

        var (size, html) = await ReadAsync(client, path);
        var (styleSize, style) = await ReadAsync(client, Style().Match(html).Groups["address"].Value);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//(?!localhost|127)", html);
        Assert.Contains(".app { --display: \"Be Vietnam Pro\"", style, StringComparison.Ordinal);
        foreach (Match font in Font().Matches(html.Contains("<body class=\"app\"", StringComparison.Ordinal) ? style : ""))
        {
            // What a Vietnamese page needs; Thái letters are asked for where a page has some.
            size += font.Value.Contains("vietnam", StringComparison.Ordinal) ? (await ReadAsync(client, font.Value)).Size : 0;
        }

        foreach (Match script in Script().Matches(html))
        {
            size += (await ReadAsync(client, script.Groups["address"].Value)).Size;
        }

        Assert.InRange(size + styleSize, 1, most);
    }

    [Theory]
    [InlineData("/feeds", "/feeds")]
    [InlineData("/feeds?lang=en", "/feeds")]
    [InlineData("/sign-in", "/sign-in")]
    public async Task No_page_leads_to_itself_at_its_foot(string path, string address)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html,*/*");
        var foot = (await ReadAsync(client, path)).Text.Split("<footer>")[1];

        Assert.Contains("<a href=\"", foot, StringComparison.Ordinal);
        Assert.DoesNotContain($"<a href=\"{address}\"", foot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Todays_page_can_be_read_after_thirty_kilobytes_its_fonts_come_behind()
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html,*/*");
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        client.DefaultRequestHeaders.Add("Cookie", $"acting-person={Site.Communicator}");
        var (size, html) = await ReadAsync(client, "/today");
        Assert.InRange(size + (await ReadAsync(client, Style().Match(html).Groups["address"].Value)).Size, 1, 30 * 1024);
    }

    private static async Task<(int Size, string Text)> ReadAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, address);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (!answer.Content.Headers.ContentEncoding.Contains("br"))
        {
            return (bytes.Length, Encoding.UTF8.GetString(bytes));
        }

        using StreamReader reader = new(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return (bytes.Length, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?<address>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Style();

    [GeneratedRegex("<script src=\"(?<address>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Script();

    [GeneratedRegex("/fonts/[^\"]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Font();
}
