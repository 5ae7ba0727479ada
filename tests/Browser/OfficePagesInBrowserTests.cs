using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Tests.Web;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>What the office hands in, approves, plans and looks after, on a phone.</summary>
public sealed class OfficePagesInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    public static TheoryData<string, string?> Pages => new()
    {
        { "/hand-in", Site.Staff },
        { "/hand-in/rejected", Site.Staff },
        { "/items", Site.Staff },
        { $"/items/{Site.Published}", Site.Staff },
        { $"/items/{Site.Published}?language={Site.Thai}", Site.Staff },
        { $"/items/{Site.Unapproved}", Site.Approver },
        { "/calendar", Site.Staff },
        { "/calendar?view=week&lang=en", Site.Approver },
        { $"/calendar/{Site.Unapproved}", Site.Staff },
        { $"/items/{Site.Unapproved}?return=true&lang=en", Site.Approver },
        { "/approvals", Site.Approver },
        { "/assignments", Site.Staff },
        { "/reports", Site.Leader },
        { $"/reports/{Site.Published}", Site.Leader },
        { "/troubles", Site.Staff },
        { "/troubles?class=credential&commune=na-tau&lang=en", Site.Staff },
        { "/access", Site.Staff },
        { "/access?lang=en", Site.Staff },
        { "/record", Site.Staff },
        { "/status", Site.Staff },
        { "/connections", Site.Staff },
        { "/connections?commune=na-tau", Site.Staff },
        { $"/items/{Site.Published}/deliveries", Site.Staff },
        { "/hand-in", Site.Leader },
    };

    private PhoneScreen Phone => new(site, browser);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_sound_and_fits_a_phone(string path, string? person)
    {
        var page = await Phone.OpenAsync(path is "/hand-in/rejected" ? $"/hand-in/{site.Rejected.Id}" : path, person);
        await PhoneScreen.AssertSoundAsync(page);
        await PhoneScreen.PictureAsync(page, path, person);
    }

    [Fact]
    public async Task A_file_that_is_handed_in_tells_by_itself_what_became_of_it()
    {
        var page = await Phone.OpenAsync("/hand-in", Site.Staff);
        var text = Flow.SampleFiles.Article("Nộp từ trình duyệt", approved: false);
        await page.SetInputFilesAsync(
            "#files",
            new FilePayload { Name = "tu-trinh-duyet.md", MimeType = "text/markdown", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await page.ClickAsync("main form button");
        await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();

        // The trigger finds the blob and takes it in.
        var handedIn = site.Store.Container(Containers.Content).GetBlobClient("items/tu-trinh-duyet.md");
        await site.Get<ContentIntake>().TakeAsync(handedIn, TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator("a[href='/items/tu-trinh-duyet']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_handed_in_is_folded_on_a_phone_and_unfolds_without_scripts()
    {
        var page = await Phone.OpenAsync("/hand-in", Site.Staff, script: false);
        Assert.InRange((await page.Locator("body").BoundingBoxAsync())!.Height, 1, 3_400);
        var older = page.Locator("main details > ul > li").First;
        await Assertions.Expect(older).ToBeHiddenAsync();
        await page.ClickAsync("main details > summary");
        await Assertions.Expect(older).ToBeVisibleAsync();
    }
}
