using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Dissemination.Content;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Web;

/// <summary>The calendar as staff read and change it.</summary>
public sealed partial class CalendarPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_is_moved_by_its_form_and_stands_on_its_new_day()
    {
        var at = await HandInAsync("doi-tren-trang", days: 40);
        var day = LocalTime.DayOf(at);
        using var staff = site.Visit(Site.Staff);
        Assert.Contains(
            "/calendar/doi-tren-trang", (await staff.ReadAsync($"/calendar?day={day:O}")).Html, StringComparison.Ordinal);

        var to = day.AddDays(60);
        using var moved = await staff.PostAsync(
            "/calendar/doi-tren-trang",
            "/calendar/doi-tren-trang/move",
            ("language", "vi"),
            ("language", Site.Thai),
            ("language", "hmn-Latn-x-chv"),
            ("day", to.ToString("O", CultureInfo.InvariantCulture)),
            ("time", "06:30"));

        Assert.Equal("/calendar/doi-tren-trang?done=occasion-moved", moved.Headers.Location?.OriginalString);
        var (_, week) = await staff.ReadAsync($"/calendar?view=week&day={to:O}");
        Assert.Contains("/calendar/doi-tren-trang", week, StringComparison.Ordinal);
        Assert.Contains(">06:30</time>", week, StringComparison.Ordinal);
        var item = (await site.Get<ItemReader>().FindAsync(new("doi-tren-trang"), Cancellation))!.Value;
        Assert.Equal(LocalTime.At(to, new(6, 30)), item.WantedAt(Dissemination.Directory.LanguageTag.Vietnamese));
    }

    [Fact]
    public async Task What_was_typed_wrong_stays_beside_why_and_leaders_see_no_form()
    {
        await HandInAsync("go-sai", days: 41);
        using var staff = site.Visit(Site.Staff);
        using var refused = await staff.PostAsync(
            "/calendar/go-sai", "/calendar/go-sai/move", ("language", "vi"), ("day", "2020-01-01"), ("time", "06:30"));
        var html = await refused.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("01/01/2020 06:30 đã qua", html, StringComparison.Ordinal);
        Assert.Contains("value=\"2020-01-01\"", html, StringComparison.Ordinal);
        using var leader = site.Visit(Site.Leader);
        Assert.DoesNotContain("Đổi giờ</button>", (await leader.ReadAsync("/calendar/go-sai")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_back_cancelled_and_let_go_and_the_page_says_how_it_stands()
    {
        await HandInAsync("giu-roi-tha", days: 42);
        using var staff = site.Visit(Site.Staff);
        foreach (var (act, word, said) in new[]
        {
            ("hold", "occasion-held", "Tạm giữ"), ("cancel", "occasion-cancelled", "Bỏ đăng"), ("resume", "occasion-resumed", "Sẽ đăng"),
        })
        {
            using var done = await staff.PostAsync("/calendar/giu-roi-tha", $"/calendar/giu-roi-tha/{act}", ("language", "vi"));
            Assert.Equal($"/calendar/giu-roi-tha?done={word}", done.Headers.Location?.OriginalString);
            Assert.Matches(
                $"class=\"state ?(bad)?\">{said}</span>", (await staff.ReadAsync("/calendar/giu-roi-tha")).Html);
        }
    }

    [Fact]
    public async Task Filters_have_an_address_and_an_empty_month_says_what_to_do()
    {
        var at = await HandInAsync("chi-mot-xa", days: 43, "communes: [bung-lao]");
        var day = LocalTime.DayOf(at);
        using var staff = site.Visit(Site.Staff);

        Assert.Contains(
            "chi-mot-xa",
            (await staff.ReadAsync($"/calendar?day={day:O}&commune=bung-lao&channel=loudspeaker&language=vi")).Html,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "chi-mot-xa", (await staff.ReadAsync($"/calendar?day={day:O}&commune=na-bung")).Html, StringComparison.Ordinal);
        var (status, empty) = await staff.ReadAsync("/calendar?day=2031-05-01");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Không có bài nào trong những ngày này", empty, StringComparison.Ordinal);
        Assert.Contains("href=\"/drafts\"", empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_items_that_come_to_one_page_within_an_hour_are_told_once()
    {
        var at = await HandInAsync("cung-gio-mot", days: 44, "communes: [bung-lao]");
        await HandInAsync("cung-gio-hai", days: 44, "communes: [bung-lao]");
        using var staff = site.Visit(Site.Staff);

        var week = WebUtility.HtmlDecode((await staff.ReadAsync($"/calendar?view=week&day={LocalTime.DayOf(at):O}")).Html);
        Assert.Single(Clash().Matches(week));
        var month = WebUtility.HtmlDecode((await staff.ReadAsync($"/calendar?day={LocalTime.DayOf(at):O}")).Html);
        Assert.Equal(2, month.Split($">{TextFormat.Fill(Texts.CalendarClashes, "2")}<").Length);
        Assert.DoesNotMatch(Clash(), month);
    }

    [Fact]
    public async Task Several_that_come_to_one_page_within_an_hour_are_folded_behind_how_many_they_are()
    {
        var at = await HandInAsync("chung-mot", days: 70, "communes: [bung-lao]");
        await HandInAsync("chung-hai", days: 70, "communes: [bung-lao]");
        await HandInAsync("chung-ba", days: 70, "communes: [bung-lao]");
        using var staff = site.Visit(Site.Staff);

        var week = WebUtility.HtmlDecode((await staff.ReadAsync($"/calendar?view=week&day={LocalTime.DayOf(at):O}")).Html);
        Assert.Equal(2, week.Split($"<summary>{TextFormat.Fill(Texts.CalendarClashesWith, "2")}</summary>").Length);
        Assert.Equal(2, week.Split("Cùng trang trong một giờ: ").Length);
    }

    [Fact]
    public async Task Whoever_chooses_a_time_sees_what_else_goes_out_that_day_and_what_is_too_near()
    {
        var at = await HandInAsync("chon-gio-mot", days: 115, "communes: [bung-lao]");
        await HandInAsync("chon-gio-hai", days: 115, "communes: [bung-lao]");
        using var staff = site.Visit(Site.Staff);
        var near = WebUtility.HtmlDecode((await staff.ReadAsync("/calendar/chon-gio-mot")).Html);
        Assert.Matches("Cùng trang trong một giờ: \\d\\d:\\d\\d «chon-gio-hai»", near);
        Assert.Contains($"Ngày {LocalTime.Text(LocalTime.DayOf(at))} còn có", near, StringComparison.Ordinal);
        Assert.Contains("href=\"/calendar/chon-gio-hai\"", near, StringComparison.Ordinal);

        // Drawn to another day, that day is looked at before anything is moved.
        var away = WebUtility.HtmlDecode((await staff.ReadAsync($"/calendar/chon-gio-mot?day={LocalTime.DayOf(at).AddDays(200):O}")).Html);
        Assert.Contains("Ngày ấy chưa hẹn bài nào khác.", away, StringComparison.Ordinal);
        Assert.DoesNotContain("Cùng trang trong một giờ", away, StringComparison.Ordinal);
    }

    private async Task<DateTimeOffset> HandInAsync(string id, int days, string more = "")
    {
        var at = site.Time.GetUtcNow().AddDays(days);
        var local = TimeZoneInfo.ConvertTime(at, LocalTime.Zone);
        await site.HandInAsync(
            $"items/{id}.md",
            SampleFiles.Article(id, frontMatter: $"publishAt: {local:yyyy-MM-dd HH:mm}\n{more}")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal),
            Site.Approver);
        return at;
    }

    [GeneratedRegex(
        "Cùng trang trong một giờ: [0-9]{2}:[0-9]{2} «cung-gio-(mot|hai)»",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Clash();
}
