using System.Buffers.Binary;
using Dissemination.Tests.Local;
using Dissemination.Tests.Web;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>What a communicator’s pages weigh, take from a camera and put on paper.</summary>
public sealed class CommunicatorPagesInBrowserTests(Site site, BrowserFixture browser) : IClassFixture<Site>
{
    private CommunicatorPhone Phone => new(site, browser);

    [Theory]
    [InlineData("/", null, 30)]
    [InlineData("/today", Site.Communicator, 60)]
    public async Task What_a_phone_loads_first_is_light_with_all_that_comes_with_it(string path, string? person, int kilobytes)
    {
        var page = await Phone.NewAsync(person, ServiceWorkerPolicy.Block);
        List<IRequest> loaded = [];
        page.RequestFinished += (_, request) => loaded.Add(request);
        await Phone.GoAsync(page, path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var sizes = await Task.WhenAll(loaded.ToList().Select(request => request.SizesAsync()));

        Assert.Contains(loaded, request => request.Url.Contains("/style.css", StringComparison.Ordinal));
        Assert.InRange(sizes.Sum(size => size.ResponseBodySize + size.ResponseHeadersSize), 1, kilobytes * 1024);
    }

    [Fact]
    public async Task A_photograph_is_made_small_on_the_phone_before_it_is_sent()
    {
        var task = await site.HandTaskAsync("muong-cha", Site.Illustrated);
        var page = await Phone.OpenAsync($"/hand-tasks/{task}", "muong-cha-1");
        await page.ClickAsync("details:has(#photograph) > summary");
        await page.SetInputFilesAsync(
            "#photograph", new FilePayload { Name = "IMG_0001.bmp", MimeType = "image/bmp", Buffer = Photograph(2_000, 1_000) });
        await Eventually.IsTrueAsync(
            () => page.EvaluateAsync<bool>("document.getElementById('photograph').files[0].name === 'IMG_0001.jpg'"), "it is drawn anew");
        Assert.InRange(await page.EvaluateAsync<int>("document.getElementById('photograph').files[0].size"), 1, 300_000);
        await page.ClickAsync("form[action$='/confirm'] button[type=submit]");
        await Assertions.Expect(page.Locator(".done [role=status]")).ToBeVisibleAsync();

        await Phone.GoAsync(page, $"/hand-tasks/{task}");
        var width = await page.Locator("img[src$='/photograph']")
            .EvaluateAsync<int>("picture => picture.decode().then(() => picture.naturalWidth)");
        Assert.Equal(1_280, width);
    }

    [Fact]
    public async Task The_list_of_the_day_for_loudspeakers_is_printed_with_the_words_of_all_and_nothing_to_tap()
    {
        var page = await Phone.OpenAsync("/hand-tasks/loudspeakers");
        var words = page.Locator(".aloud");
        Assert.InRange(await words.CountAsync(), 2, 12);
        await Assertions.Expect(words.Last).ToBeHiddenAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        for (var at = 0; at < await words.CountAsync(); at++)
        {
            await Assertions.Expect(words.Nth(at)).ToBeVisibleAsync();
        }

        await Assertions.Expect(page.Locator(".script form").First).ToBeHiddenAsync();
        var pages = PrintedPages.Of(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.All(pages.Sizes, size => Assert.Equal(PrintedPages.A4, size));
    }

    /// <summary>As large as cameras make them: six megabytes without compression.</summary>
    private static byte[] Photograph(int width, int height)
    {
        const int header = 54;
        var file = new byte[header + (width * height * 3)];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), header);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), header - 14);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), height);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(28), 24);
        return file;
    }
}
