using Deque.AxeCore.Playwright;
using Dissemination.Content;
using Dissemination.Tests.Web.SignIn;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>A real browser, with its own mind about cookies and where forms may lead, from the door to the provider and back.</summary>
public sealed class SignInInBrowserTests(BrowserSignInSite site, BrowserFixture browser) : IClassFixture<BrowserSignInSite>
{
    /// <summary>A folder to leave pictures of the pages in, for people who want to look at them.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    [Fact]
    public async Task An_approver_signs_in_approves_afresh_and_signs_out_on_a_phone()
    {
        var page = await OpenAsync("/items/cho-duyet");
        await TypeAsync(page, SignInSite.Approver);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Chờ duyệt");
        site.Time.Advance(TimeSpan.FromMinutes(11));
        await page.FillAsync("#document", "MẪU-90/2026");
        await page.ClickAsync("form[action='/items/cho-duyet/approve'] button");
        await SoundAsync(page, "again", "Mời đăng nhập lại");
        await page.ClickAsync("main a.button");
        await TypeAsync(page, SignInSite.Approver);
        await SoundAsync(page, "resume", "Gửi tiếp nội dung vừa nhập");
        await page.ClickAsync("main form button");
        await Assertions.Expect(page.Locator(".done [role=status]")).ToBeVisibleAsync();
        var item = await site.Get<ItemReader>().FindAsync(new("cho-duyet"), TestContext.Current.CancellationToken);
        Assert.Equal(ItemState.Approved, item!.Value.State);

        await page.ClickAsync(".who a");
        await SoundAsync(page, "account", "Lãnh đạo ban");
        await page.ClickAsync(".who button");

        // It goes on to the provider by itself, and comes back.
        await page.WaitForURLAsync(new Uri(site.Front, "/signed-out").AbsoluteUri);
        Assert.Empty(await page.Context.CookiesAsync([site.Provider.Address.AbsoluteUri]));
        await SoundAsync(page, "signed-out", "Đã đăng xuất");
    }

    [Fact]
    public async Task Who_may_not_come_in_is_told_so_on_a_page_that_fits_a_phone()
    {
        site.Provider.Accounts["khach"] = new("00000000-0000-0000-02e5-8d8f5e8c7b11", "nguoi.moi@example.org", IsEmailVerified: false);
        var page = await OpenAsync("/items");
        await TypeAsync(page, "khach");
        await SoundAsync(page, "unknown", "Tài khoản này chưa được vào");
        await page.GotoAsync(new Uri(site.Front, "/sign-in/done?code=x&state=y").AbsoluteUri);
        await SoundAsync(page, "failed", "Đăng nhập chưa được");
    }

    [Fact]
    public async Task Staff_make_a_token_and_read_it_this_once()
    {
        var page = await OpenAsync("/access");
        await TypeAsync(page, SignInSite.Staff);
        await page.FillAsync("#name", "Phần mềm văn bản của văn phòng");
        await page.ClickAsync("form[action='/access/tokens'] button");
        await Assertions.Expect(page.Locator("#made")).ToBeVisibleAsync();
        await SoundAsync(page, "token", "Phiên đăng nhập, khoá phần mềm");
        await page.GotoAsync(new Uri(site.Front, "/access").AbsoluteUri);
        Assert.Equal(0, await page.Locator("#made").CountAsync());
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await page.GotoAsync(new Uri(site.Front, path).AbsoluteUri);
        return page;
    }

    private static async Task TypeAsync(IPage page, string account)
    {
        await page.FillAsync("input[name=account]", account);
        await page.ClickAsync("button");
    }

    private static async Task SoundAsync(IPage page, string name, string title)
    {
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
        var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate");
        Assert.Empty(found.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"sign-in-{name}.png"), FullPage = true });
        }
    }
}
