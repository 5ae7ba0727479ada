using System.Globalization;
using Deque.AxeCore.Playwright;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Web;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>The calendar on a phone and on a desk.</summary>
public sealed class CalendarInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_full_month_is_read_and_an_item_of_it_moved_by_its_form(int width)
    {
        var day = new DateOnly(2027, 3, 1).AddMonths(width == 360 ? 0 : 1);
        for (var number = 0; number < 20; number++)
        {
            await HandInAsync($"lich-{width}-{number}", day.AddDays(number % 9), new(7 + (number % 3), 30), number % 4 != 0);
        }

        var page = await OpenAsync(width, $"/calendar?day={day:O}");
        await CheckAsync(page, $"calendar-month-{width}");

        // A phone names the first of each day and how many they are; a desk shows all.
        const string Day = ".calendar.month > li:not(.aside)";
        Assert.Equal(width == 360 ? 9 : 20, await page.Locator($"{Day} .entry:visible").CountAsync());
        Assert.Equal(width == 360 ? 9 : 0, await page.Locator($"{Day} .few:visible").CountAsync());
        await page.GotoAsync($"/calendar?view=week&day={day:O}");
        await CheckAsync(page, $"calendar-week-{width}");
        await page.Locator($"a[href='/calendar/lich-{width}-1']").First.ClickAsync();
        await CheckAsync(page, $"calendar-item-{width}");
        await page.FillAsync("#day", day.AddDays(20).ToString("O", CultureInfo.InvariantCulture));
        await page.FillAsync("#time", "05:45");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đổi giờ" }).ClickAsync();

        await Assertions.Expect(page.Locator("[role=status]")).ToHaveTextAsync("Đã đổi giờ đăng.");
        await page.GotoAsync($"/calendar?day={day:O}");
        await Assertions.Expect(page.Locator($"a[href='/calendar/lich-{width}-1']")).ToContainTextAsync("05:45");
    }

    [Fact]
    public async Task A_phone_names_three_of_another_day_of_the_week_and_a_tap_brings_them_all()
    {
        for (var number = 0; number < 5; number++)
        {
            await HandInAsync($"lich-tuan-{number}", new(2027, 8, 11), new(7 + number, 30), approved: true);
        }

        var page = await OpenAsync(360, "/calendar?view=week&day=2027-08-12");
        var other = page.Locator("li[data-day='2027-08-11']");
        await Assertions.Expect(other.Locator(".entry:visible")).ToHaveCountAsync(3);
        await other.Locator(".few").ClickAsync();

        await Assertions.Expect(other.Locator(".entry:visible")).ToHaveCountAsync(5);
        await Assertions.Expect(other.Locator(".few")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_entry_that_is_drawn_to_another_day_opens_its_form_with_that_day()
    {
        await HandInAsync("lich-keo", new(2027, 6, 9), new(7, 30), approved: true);
        var page = await OpenAsync(1280, "/calendar?day=2027-06-09");
        await page.Locator(".entry[data-item='lich-keo']").DragToAsync(page.Locator("li[data-day='2027-06-17']"));
        await page.WaitForURLAsync("**/calendar/lich-keo?day=2027-06-17");

        await Assertions.Expect(page.Locator("#day")).ToHaveValueAsync("2027-06-17");
        await Assertions.Expect(page.Locator("#time")).ToHaveValueAsync("07:30");
    }

    private async Task HandInAsync(string id, DateOnly day, TimeOnly time, bool approved) =>
        await site.HandInAsync(
            $"items/{id}.md",
            SampleFiles.Article(
                $"Trồng mắc ca đúng kỹ thuật, giữ rừng và giữ nước đầu nguồn ({id})",
                approved: approved,
                frontMatter: $"publishAt: {day:yyyy-MM-dd} {time:HH:mm}")
                .Replace("by: lanh-dao,", $"by: {Site.Approver},", StringComparison.Ordinal),
            Site.Approver);

    private async Task<IPage> OpenAsync(int width, string address)
    {
        var page = await browser.NewPageAsync(
            new() { ViewportSize = new() { Width = width, Height = 740 }, BaseURL = site.Address.ToString() });
        await page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = Site.Staff, Url = site.Address.ToString() }]);
        await page.GotoAsync(address);
        return page;
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate");
        Assert.Empty(found.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        if (Pictures is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
