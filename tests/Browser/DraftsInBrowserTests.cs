using Azure.Storage.Blobs.Models;
using Deque.AxeCore.Playwright;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Tests.Intake;
using Dissemination.Tests.Intake.Documents;
using Dissemination.Tests.Web;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

public sealed class DraftsInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    /// <summary>A folder to leave pictures of the pages in, for people who want to look at them.</summary>
    private static readonly string? Shots = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    private const string Styles = """
        <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>
        """;

    [Theory]
    [InlineData(360, true)]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    public async Task A_Word_file_with_a_picture_is_corrected_in_a_form_and_sent_for_approval(int width, bool script)
    {
        var title = $"Trồng mắc ca lần {width}{(script ? "a" : "b")}";
        var page = await OpenAsync("/drafts", width, script);
        await ShootAsync(page, $"list-{width}");
        await DropAsync(page, "Bài 3.docx", Article(title));

        await Assertions.Expect(page.Locator("#title")).ToHaveValueAsync(title);
        await Assertions.Expect(page.Locator("#body")).ToHaveValueAsync(
            "Diện tích mắc ca đến năm 2030 là **40.000 ha**.\n\n## Cách trồng\n\nHỏi cán bộ xã.");
        await Assertions.Expect(page.Locator("input[name=topics][value=macadamia]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("input[name=topics][value=macadamia]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("input[name=topics][value=coffee]")).ToBeHiddenAsync();
        await SoundAsync(page, script);
        await page.ClickAsync("button[formaction$='/send']");
        await Assertions.Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await SoundAsync(page, script);
        await ShootAsync(page, $"form-{width}");
        await page.FillAsync("input[name^='alt.']", "Đồi mắc ca ở Búng Lao");
        await page.FillAsync("#issuer", "Ban Tuyên giáo (mẫu)");
        await page.ClickAsync("button[formaction$='/send']");
        await page.WaitForURLAsync("**/hand-in/*");

        var id = new ItemId($"trong-mac-ca-lan-{width}{(script ? "a" : "b")}");
        await TakeAsync($"items/{id}-1.png");
        await TakeAsync($"items/{id}.md");
        var item = (await site.Get<ItemReader>().FindAsync(id, CancellationToken.None))!.Value;
        Assert.Equal((ItemState.WaitingForApproval, title, Site.Staff), (item.State, item.Headline, item.HandedInBy?.Value));
        var content = await site.Get<ItemReader>().ContentAsync(id, 1, CancellationToken.None);
        Assert.Equal("Đồi mắc ca ở Búng Lao", Assert.Single(content.Pictures).Alt);
    }

    [Fact]
    public async Task The_second_of_two_who_save_a_draft_sees_both_and_loses_nothing()
    {
        var first = await OpenAsync("/drafts", 1280, script: false);
        await DropAsync(first, "Bài 4.docx", Article("Hai người viết"));
        var second = await browser.NewPageAsync(new() { JavaScriptEnabled = false });
        await SignInAsync(second);
        await second.GotoAsync(first.Url.Split('?')[0]);
        await first.FillAsync("#title", "Tiêu đề thứ nhất");
        await first.ClickAsync("form.draft button.quiet");
        await Assertions.Expect(first.Locator("[role=status]").First).ToBeVisibleAsync();
        await second.FillAsync("#title", "Tiêu đề thứ hai");
        await second.ClickAsync("form.draft button.quiet");

        await Assertions.Expect(second.Locator(".note").First).ToContainTextAsync("Tiêu đề thứ nhất");
        await Assertions.Expect(second.Locator("#title")).ToHaveValueAsync("Tiêu đề thứ hai");
        await second.ClickAsync("form.draft button.quiet");
        await Assertions.Expect(second.Locator("h1")).ToHaveTextAsync("Tiêu đề thứ hai");
    }

    [Fact]
    public async Task Where_somebody_else_saved_meanwhile_only_the_button_writes_over_it()
    {
        var first = await OpenAsync("/drafts", 1280, script: false);
        await DropAsync(first, "Bài 5.docx", Article("Không ghi đè"));
        var second = await OpenAsync(new Uri(first.Url).AbsolutePath, 1280, script: true);
        await first.FillAsync("#title", "Tiêu đề thứ nhất");
        await first.ClickAsync("form.draft button.quiet");
        await Assertions.Expect(first.Locator("[role=status]").First).ToBeVisibleAsync();
        await second.EvaluateAsync("document.querySelector('#title').form.dataset.pause = '600000'");
        await second.FillAsync("#title", "Tiêu đề thứ hai");
        await second.ClickAsync("form.draft button.quiet");
        await Assertions.Expect(second.Locator("[role=alert]")).ToBeVisibleAsync();

        // Whoever leaves a page saves at once what may be saved by itself.
        await second.EvaluateAsync("window.fetch = () => { window.saves += 1; return Promise.reject(new Error()); }; window.saves = 0");
        await second.FillAsync("#title", "Tiêu đề thứ ba");
        await second.EvaluateAsync(
            "Object.defineProperty(document, 'hidden', { value: true }); document.dispatchEvent(new Event('visibilitychange'))");
        Assert.Equal(0, await second.EvaluateAsync<int>("window.saves"));

        // And who comes back later is asked.
        await second.GotoAsync(first.Url.Split('?')[0]);
        await Assertions.Expect(second.Locator("#title")).ToHaveValueAsync("Tiêu đề thứ nhất");
        await second.ClickAsync("#restore button");
        await Assertions.Expect(second.Locator("#title")).ToHaveValueAsync("Tiêu đề thứ ba");
    }

    [Fact]
    public async Task A_draft_saves_itself_and_words_are_kept_while_the_connection_is_lost()
    {
        var page = await OpenAsync("/drafts", 360, script: true);
        await DropAsync(page, "Bài 6.docx", Article("Tự lưu"));
        await page.FillAsync("#summary", "Viết rồi để đó");
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Đã tự lưu lúc");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#summary")).ToHaveValueAsync("Viết rồi để đó");

        page = await TypedWithoutNetworkAsync(page, "#summary");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#summary")).ToHaveValueAsync("Viết lúc mất mạng");
        await Assertions.Expect(page.Locator("#restore")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_sheet_of_slogans_is_corrected_row_by_row_and_its_good_rows_are_handed_in(int width, bool script)
    {
        var page = await OpenAsync("/drafts", width, script);
        var sheet = new WorkbookFile(
            WorkbookFile.Row(1, "KHẨU HIỆU TUYÊN TRUYỀN")
            + WorkbookFile.Row(2, "Nội dung", "Đơn vị", "Xã, phường")
            + WorkbookFile.Row(3, $"Cả tỉnh trồng mắc ca {width}", "Ban Tuyên giáo (mẫu)", "Búng Lao")
            + WorkbookFile.Row(4, $"Giữ rừng là giữ nước {width}", "Ban Tuyên giáo (mẫu)", "Nơi không có"));
        await DropAsync(page, "khẩu hiệu.xlsx", sheet.ToBytes());

        await Assertions.Expect(page.Locator(".rows > li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("[name='cell.0.0']")).ToHaveValueAsync($"Cả tỉnh trồng mắc ca {width}");
        await Assertions.Expect(page.Locator(".rows .wrong")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".rows .wrong")).Not.ToContainTextAsync("Dòng");
        await SoundAsync(page, script);
        await ShootAsync(page, $"sheet-{width}");
        await page.FillAsync("[name='cell.1.2']", "Búng Lao");
        await page.ClickAsync("form.draft button.quiet");
        await Assertions.Expect(page.Locator(".rows .wrong")).ToHaveCountAsync(0);
        await page.ClickAsync("button[formaction$='/rows/take']");
        await page.WaitForURLAsync("**/hand-in/*");

        await foreach (var file in site.Store.Container(Containers.Content).GetBlobsAsync(
            BlobTraits.None, BlobStates.None, "items/khau-hieu-", CancellationToken.None))
        {
            await TakeAsync(file.Name);
        }

        Assert.NotNull(await site.Get<ItemReader>().FindAsync(new($"ca-tinh-trong-mac-ca-{width}"), CancellationToken.None));
        Assert.NotNull(await site.Get<ItemReader>().FindAsync(new($"giu-rung-la-giu-nuoc-{width}"), CancellationToken.None));
    }

    [Fact]
    public async Task Rows_save_themselves_and_what_was_typed_without_connection_comes_back_until_they_are_handed_in()
    {
        var page = await OpenAsync("/drafts", 360, script: true);
        await DropAsync(page, "tự lưu.xlsx", new WorkbookFile(
            WorkbookFile.Row(1, "Nội dung", "Đơn vị", "Xã, phường")
            + WorkbookFile.Row(2, "Giữ nguồn nước đầu bản", "Ban Tuyên giáo (mẫu)", "Búng Lao")
            + WorkbookFile.Row(3, "Dọn đường ra nương", "Ban Tuyên giáo (mẫu)", "Nơi không có")).ToBytes());
        await page.CheckAsync("[name='remove.1']");
        await page.FillAsync("[name='cell.0.0']", "Giữ sạch nguồn nước đầu bản");
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Đã tự lưu lúc");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name='cell.0.0']")).ToHaveValueAsync("Giữ sạch nguồn nước đầu bản");
        await Assertions.Expect(page.Locator(".rows > li")).ToHaveCountAsync(2);

        var draft = page.Url;
        page = await TypedWithoutNetworkAsync(page, "[name='cell.0.0']");
        await page.ClickAsync("button[formaction$='/rows/take']");
        await page.WaitForURLAsync("**/hand-in/*");
        await page.GotoAsync(draft);
        await Assertions.Expect(page.Locator("[name='cell.0.0']")).ToHaveValueAsync("Dọn đường ra nương");
        await Assertions.Expect(page.Locator("#restore")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("details:has-text('Nhật ký sửa bản nháp') li")).ToContainTextAsync("Nội dung");
    }

    [Fact]
    public async Task What_is_pasted_from_Word_keeps_its_headings_points_links_and_emphasis()
    {
        var page = await OpenAsync("/drafts", 360, script: true);
        await page.ClickAsync("details:has(#text) > summary");
        await page.Locator("#text").EvaluateAsync(
            """
            (field, html) => {
              const data = new DataTransfer();
              data.setData('text/html', html);
              data.setData('text/plain', 'chữ trơn');
              field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            """
            <html><head><style>p { color: red }</style></head><body><!--StartFragment--><h1>Trồng <b>mắc ca</b></h1>
            <p class="MsoNormal">Đạt <b>40.000 ha </b>và <span style="font-style:italic">giữ rừng</span>, xem <a href="https://example.org/a?b=1&amp;c=2">nghị quyết</a>.</p>
            <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span>·<span>&nbsp;&nbsp; </span></span>hái quả chín</p>
            <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span>·<span>&nbsp;&nbsp; </span></span>phơi trên giàn</p>
            <ol><li>Chọn giống</li><li>Đào hố</li></ol><table><tr><td>Mắc ca</td><td>40.000 ha</td></tr><tr><td>Cà phê</td><td>20.000 ha</td></tr></table>
            <p>Gọi 091***234, *không* in <i></i>nghiêng<br>dòng hai</p><p># không là đề mục</p><img src="http://192.0.2.1/x.png"></body></html>
            """);
        await Assertions.Expect(page.Locator("#text")).ToHaveValueAsync(
            "# Trồng mắc ca\n\nĐạt **40.000 ha** và *giữ rừng*, xem [nghị quyết](https://example.org/a?b=1&c=2).\n\n- hái quả chín\n- phơi trên giàn\n"
            + "1. Chọn giống\n2. Đào hố\n\nMắc ca | 40.000 ha\nCà phê | 20.000 ha\n\nGọi 091***234, \\*không\\* in nghiêng\ndòng hai\n\n\\# không là đề mục");
        await page.ClickAsync("form.drop button");
        await page.WaitForURLAsync("**/drafts/*");
        await Assertions.Expect(page.Locator("#title")).ToHaveValueAsync("Trồng mắc ca");
    }

    private static byte[] Article(string title) => new WordFile(
        WordFile.P(title, "<w:pStyle w:val=\"T\"/>")
        + $"<w:p>{WordFile.R("Diện tích mắc ca đến năm 2030 là ")}{WordFile.R("40.000 ha", "<w:b/>")}{WordFile.R(".")}</w:p>"
        + WordFile.P("Cách trồng", "<w:pStyle w:val=\"H\"/>")
        + WordFile.P("Hỏi cán bộ xã.") + $"<w:p>{WordFile.Picture("p", "")}</w:p>")
    {
        Styles = Styles,
    }
        .With("p", "image", "p.png", Pictures.Png(320, 200)).ToBytes();

    private static async Task DropAsync(IPage page, string name, byte[] bytes)
    {
        await page.SetInputFilesAsync("#files", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
        await page.ClickAsync("form.drop button");
        await page.WaitForURLAsync("**/drafts/*");
    }

    /// <summary>
    /// Types while the network is away, and comes back when it is there. Nobody wrote meanwhile, so the words are back without a tap, and
    /// are stored.
    /// </summary>
    private static async Task<IPage> TypedWithoutNetworkAsync(IPage page, string field)
    {
        const string Words = "Viết lúc mất mạng";
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync(field, Words);
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Mất kết nối");

        // The window goes before the connection is back: one that is open would save at once.
        var (context, draft) = (page.Context, page.Url);
        await page.CloseAsync();
        await context.SetOfflineAsync(false);
        var again = await context.NewPageAsync();
        await again.GotoAsync(draft);
        await Assertions.Expect(again.Locator(field)).ToHaveValueAsync(Words);
        await Assertions.Expect(again.Locator("#autosave")).ToContainTextAsync("Đã tự lưu lúc");
        await SoundAsync(again, script: true);
        return again;
    }

    /// <param name="script">Axe runs in the page, so it looks where scripts run.</param>
    private static async Task SoundAsync(IPage page, bool script)
    {
        if (!script)
        {
            return;
        }

        var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical" or "moderate");
        Assert.Empty(found.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
    }

    private async Task TakeAsync(string file) =>
        await site.Get<ContentIntake>().TakeAsync(
            site.Store.Container(Containers.Content).GetBlobClient(file), CancellationToken.None);

    private async Task<IPage> OpenAsync(string path, int width, bool script)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, JavaScriptEnabled = script });
        await SignInAsync(page);
        await page.GotoAsync(new Uri(site.Address, path).ToString());
        return page;
    }

    private Task SignInAsync(IPage page) =>
        page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = Site.Staff, Url = site.Address.ToString() }]);

    private static async Task ShootAsync(IPage page, string name)
    {
        if (Shots is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"drafts-{name}.png"), FullPage = true });
        }
    }
}
