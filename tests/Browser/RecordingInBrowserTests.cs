using Deque.AxeCore.Playwright;
using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Local;
using Dissemination.Translation.Recordings;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>A communicator reads a text into a phone whose microphone hears a voice, loses the network, and sends.</summary>
public sealed class RecordingInBrowserTests(VoiceSite site, BrowserFixture browser) : IClassFixture<VoiceSite>
{
    /// <summary>A folder to leave pictures of the pages in, for people who want to look at them.</summary>
    private static readonly string? Shots = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task What_is_read_into_the_phone_survives_it_and_a_lost_network_and_arrives_decodable(int width)
    {
        var (item, title) = ($"vao-may-{width}", $"Đọc vào máy {width}");
        await site.HandInAsync($"items/{item}.md", SampleFiles.Article(title, "Xã trồng mắc ca trên đồi. Bà con phấn khởi."));
        await site.PublishAsync();
        var page = await OpenAsync($"/recordings/{item}.1.vi", width, "bung-lao-1");
        await SoundAsync(page);
        await ShootAsync(page, $"recording-{width}");
        var sentences = page.Locator("li[data-sentence]");
        Assert.Equal(3, await sentences.CountAsync());
        for (var at = 0; at < 3; at++)
        {
            await RecordAsync(page, sentences.Nth(at));
        }

        // A line that was not read well is read again.
        await RecordAsync(page, sentences.Nth(1));
        await sentences.Nth(1).Locator("[data-play]").ClickAsync();
        await SoundAsync(page);
        await ShootAsync(page, $"recorded-{width}");

        await page.ReloadAsync();
        await Assertions.Expect(sentences.Nth(2).Locator("[data-standing]")).ToContainTextAsync("Trên máy này");
        await Assertions.Expect(sentences.Nth(2).Locator("[data-standing]")).ToContainTextAsync(" giây)");
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("form[data-send] button");
        await Assertions.Expect(page.Locator("#recorder-status")).ToContainTextAsync("Mất mạng");
        Assert.Empty(await site.FilesAsync($"{item}.1.vi"));
        await page.Context.SetOfflineAsync(false);
        await page.ClickAsync("form[data-send] button");
        await page.WaitForURLAsync("**done=recording-submitted");
        await page.ReloadAsync();
        await Assertions.Expect(sentences.Nth(0).Locator("[data-standing]")).ToHaveTextAsync("Đã đọc");

        await AssertDecodableAsync(TextId.Parse($"{item}.1.vi", null));
        await ListenAndApproveAsync(item, width);
        await site.PublishAsync();
        Assert.NotNull(VoiceReader.Listen(Mp3File.Read(Assert.Single(site.Voices(title)).Voice!)!));
        await ShootAsync(await OpenAsync($"/hand-tasks/{item}.1.vi.bung-lao.loa", width, "bung-lao-1"), $"loudspeaker-{width}");
        await ShootAsync(await OpenAsync("/recordings", width, "bung-lao-2"), $"recordings-{width}");
    }

    [Fact]
    public async Task What_was_read_stays_on_the_phone_where_the_sign_in_has_ended_and_today_and_the_sign_out_tell_of_it()
    {
        await site.HandInAsync("items/het-phien-doc.md", SampleFiles.Article("Hết phiên đọc", "Câu duy nhất."));
        await site.PublishAsync();
        var page = await OpenAsync("/recordings/het-phien-doc.1.vi", 360, "bung-lao-1");
        var sentence = page.Locator("li[data-sentence]").First;
        await RecordAsync(page, sentence);
        await page.Context.ClearCookiesAsync(new() { Name = "acting-person" });
        await page.ClickAsync("form[data-send] button");
        await Assertions.Expect(page.Locator("#recorder-status")).ToContainTextAsync("vẫn nằm trên máy này");
        Assert.Empty(await site.FilesAsync("het-phien-doc.1.vi"));

        await page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = "bung-lao-1", Url = site.Address.ToString() }]);
        await page.ReloadAsync();
        await Assertions.Expect(sentence.Locator("[data-standing]")).ToContainTextAsync("Trên máy này");
        await Eventually.IsTrueAsync(
            () => page.EvaluateAsync<bool>("(JSON.parse(localStorage.getItem('takes bung-lao-1')) || []).length === 1"),
            "what is not sent is counted");
        await page.GotoAsync(new Uri(site.Address, "/today").ToString());
        await Assertions.Expect(page.Locator("#unsent li")).ToContainTextAsync("Hết phiên đọc");
        await Assertions.Expect(page.Locator("#unsent li")).ToContainTextAsync("1 đoạn ghi âm");
        await page.ClickAsync("#unsent a");
        await Assertions.Expect(sentence.Locator("[data-standing]")).ToContainTextAsync("Trên máy này");
        var asked = "";
        page.Dialog += (_, dialog) =>
        {
            asked = dialog.Message;
            _ = dialog.DismissAsync();
        };
        await page.ClickAsync(".who form button");
        Assert.Contains("bản ghi âm chưa gửi", asked, StringComparison.Ordinal);
        await Assertions.Expect(sentence.Locator("[data-standing]")).ToContainTextAsync("Trên máy này");
    }

    [Fact]
    public async Task Nothing_of_what_one_read_is_left_on_the_phone_for_the_next()
    {
        await site.HandInAsync("items/chung-may.md", SampleFiles.Article("Chung máy", "Câu duy nhất."));
        await site.PublishAsync();
        var page = await OpenAsync("/recordings/chung-may.1.vi", 360, "bung-lao-1");
        await RecordAsync(page, page.Locator("li[data-sentence]").First);
        await page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = "bung-lao-2", Url = site.Address.ToString() }]);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("li[data-sentence] [data-record]").First).ToBeVisibleAsync();
        await Eventually.IsTrueAsync(
            () => page.EvaluateAsync<bool>("""
            () => new Promise(done => {
              const opening = indexedDB.open('recordings');
              opening.onsuccess = () => {
                const kinds = ['takes', 'pieces'], kept = opening.result.transaction(kinds);
                const counts = kinds.map(kind => kept.objectStore(kind).count());
                kept.oncomplete = () => { opening.result.close(); done(counts.every(count => count.result === 0)); };
              };
            })
            """),
            "nothing of another person is kept");
    }

    [Fact]
    public async Task A_whole_reading_that_is_cut_off_is_offered_afterwards_and_read_on_from_there()
    {
        const string Text = "pin-can.1.vi";
        await site.HandInAsync("items/pin-can.md", SampleFiles.Article("Pin cạn", "Câu duy nhất."));
        await site.PublishAsync();
        var page = await OpenAsync($"/recordings/{Text}", 360, "bung-lao-1");
        var (whole, status) = (page.Locator("[data-sentence=whole]"), page.Locator("#recorder-status"));
        var goOn = whole.Locator("[data-go-on]");
        await whole.Locator("[data-record]").ClickAsync();
        await ReadUntilAsync(page, 5);
        await page.ReloadAsync();

        await Assertions.Expect(whole.Locator("[data-standing]")).ToContainTextAsync("Trên máy này");
        await Assertions.Expect(status).ToContainTextAsync("bị ngắt giữa chừng");
        await Assertions.Expect(whole.Locator("[data-play]")).ToBeVisibleAsync();
        await SoundAsync(page);
        await ShootAsync(page, "recording-cut-360");
        var kept = await SecondsAsync(page);
        Assert.InRange(kept, 3, 60);

        // An end may be missing: one is asked before it is sent as it is.
        var asked = "";
        page.Dialog += (_, dialog) =>
        {
            asked = dialog.Message;
            _ = dialog.DismissAsync();
        };
        await page.ClickAsync("form[data-send] button");
        await Eventually.IsTrueAsync(() => asked.Contains("bị ngắt giữa chừng", StringComparison.Ordinal), "one is asked first");
        Assert.Empty(await site.FilesAsync(Text));

        await goOn.ClickAsync();
        await ReadUntilAsync(page, kept + 2);
        await whole.Locator("[data-record]").ClickAsync();
        await Assertions.Expect(status).ToContainTextAsync("đang giữ trên máy này");
        await Assertions.Expect(goOn).ToBeHiddenAsync();
        await page.ClickAsync("form[data-send] button");
        await page.WaitForURLAsync("**done=recording-submitted");
        var blob = site.Store.Container(Containers.Recordings).GetBlobClient(Assert.Single(await site.FilesAsync(Text)));
        var read = Mp3File.Read((await blob.DownloadContentAsync(Cancellation)).Value.Content.ToMemory())!;
        Assert.InRange(read.Length.TotalSeconds, kept + 1, kept + 60);
        Assert.Null(VoiceDecisions.WhyNot(VoiceReader.Listen(read)!.Value));
    }

    [Fact]
    public async Task A_whole_reading_that_a_full_phone_could_not_keep_does_not_come_back_once_it_is_sent()
    {
        const string Text = "may-day.1.vi";
        await site.HandInAsync("items/may-day.md", SampleFiles.Article("Máy đầy", "Câu duy nhất."));
        await site.PublishAsync();
        var page = await OpenAsync($"/recordings/{Text}", 360, "bung-lao-1");
        await page.EvaluateAsync("""
            () => {
              const put = IDBObjectStore.prototype.put;
              IDBObjectStore.prototype.put = function (value, key) {
                if (value.sentence !== 'whole') { return put.call(this, value, key); }
                this.transaction.abort();
                throw new DOMException('full', 'QuotaExceededError');
              };
            }
            """);
        var whole = page.Locator("[data-sentence=whole]");
        await whole.Locator("[data-record]").ClickAsync();
        await ReadUntilAsync(page, 5);
        await whole.Locator("[data-record]").ClickAsync();
        await Assertions.Expect(whole.Locator("[data-play]")).ToBeVisibleAsync();
        Assert.NotEqual(0, await PiecesAsync(page));

        await page.ClickAsync("form[data-send] button");
        await page.WaitForURLAsync("**done=recording-submitted");

        Assert.Single(await site.FilesAsync(Text));
        Assert.Equal(0, await PiecesAsync(page));
    }

    [Fact]
    public async Task Two_quick_taps_open_the_microphone_once_and_a_whole_is_given_up_only_where_one_says_so()
    {
        await site.HandInAsync("items/hai-lan-cham.md", SampleFiles.Article("Hai lần chạm", "Câu duy nhất."));
        await site.PublishAsync();
        var page = await OpenAsync("/recordings/hai-lan-cham.1.vi", 360, "bung-lao-1");
        await page.EvaluateAsync("""
            () => {
              const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              window.opened = 0;
              navigator.mediaDevices.getUserMedia = what => { window.opened += 1; return open(what); };
            }
            """);
        var whole = page.Locator("[data-sentence=whole]");
        await whole.Locator("[data-record]").EvaluateAsync("button => { button.click(); button.click(); }");
        await Recorder.SecondIsReadAsync(whole);
        Assert.Equal(1, await page.EvaluateAsync<int>("window.opened"));
        await whole.Locator("[data-record]").ClickAsync();
        await Assertions.Expect(whole.Locator("[data-standing]")).ToContainTextAsync("Trên máy này");

        var asked = "";
        page.Dialog += (_, dialog) =>
        {
            asked = dialog.Message;
            _ = dialog.DismissAsync();
        };
        await page.Locator("li[data-sentence] [data-record]").First.ClickAsync();
        await Eventually.IsTrueAsync(() => asked.Contains("bản đọc cả bài", StringComparison.OrdinalIgnoreCase), "one is asked first");
        Assert.Equal(1, await page.EvaluateAsync<int>("window.opened"));
        await Assertions.Expect(whole.Locator("[data-standing]")).ToContainTextAsync("Trên máy này");
    }

    /// <summary>Until a reading of the whole text is so long.</summary>
    private async Task ListenAndApproveAsync(string item, int width)
    {
        var listener = await OpenAsync($"/recordings/{item}.1.vi", width, "bung-lao-2");
        await SoundAsync(listener);
        await ShootAsync(listener, $"listening-{width}");
        await listener.ClickAsync("#listen-all");
        await Eventually.IsTrueAsync(
            () => listener.EvaluateAsync<bool>("Array.from(document.querySelectorAll('.sentences audio')).every(sound => sound.ended)"),
            "all sentences are heard");
        await Assertions.Expect(listener.Locator("#listen-all")).ToHaveTextAsync("Nghe cả bài, lần lượt từng câu");
        await listener.ClickAsync("form[action$='/approve'] button");
        await listener.WaitForURLAsync("**done=recording-approved");
        await SoundAsync(listener);
        await ShootAsync(listener, $"approved-{width}");
    }

    /// <summary>How many pieces of whole readings lie on the phone.</summary>
    private static Task<int> PiecesAsync(IPage page) => page.EvaluateAsync<int>("""
        () => new Promise(done => {
          const opening = indexedDB.open('recordings');
          opening.onsuccess = () => {
            const counted = opening.result.transaction('pieces').objectStore('pieces').count();
            counted.onsuccess = () => { opening.result.close(); done(counted.result); };
          };
        })
        """);

    private static Task ReadUntilAsync(IPage page, int seconds) => Eventually.IsTrueAsync(
        async () => await SecondsAsync(page) >= seconds, $"{seconds} seconds are read");

    /// <summary>How long a reading of the whole text is, as its line says; 0 where it says nothing yet.</summary>
    private static Task<int> SecondsAsync(IPage page) => page.EvaluateAsync<int>(
        "Number((/([0-9]+) giây/.exec(document.querySelector('[data-sentence=whole] [data-standing]').textContent) || [0, 0])[1])");

    private static async Task RecordAsync(IPage page, ILocator sentence)
    {
        await sentence.Locator("[data-record]").ClickAsync();
        await Recorder.SecondIsReadAsync(sentence);
        await sentence.Locator("[data-record]").ClickAsync();
        await Assertions.Expect(page.Locator("#recorder-status")).ToContainTextAsync("đang giữ trên máy này");
        await Assertions.Expect(sentence.Locator("[data-play]")).ToBeVisibleAsync();
    }

    /// <summary>
    /// Each of three sentences has a sound that can be played. The microphone plays the same to each, so two that are as long are one file.
    /// </summary>
    private async Task AssertDecodableAsync(TextId text)
    {
        var parts = (await site.Get<RecordingReader>().FindAsync(text, Cancellation))!.Value.Parts;
        Assert.Equal(3, parts.SelectMany(part => part.Sentences).Distinct(StringComparer.Ordinal).Count());
        var files = parts.Select(part => part.File).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equivalent(files, await site.FilesAsync(text.ToString()), strict: true);
        foreach (var file in files)
        {
            var blob = site.Store.Container(Containers.Recordings).GetBlobClient(file);
            var read = Mp3File.Read((await blob.DownloadContentAsync(Cancellation)).Value.Content.ToMemory())!;
            Assert.Equal(new Mp3Form(24_000, 1), read.Form);
            Assert.InRange(read.Frames.Length / read.Length.TotalSeconds, 3_900, 4_100); // 32 kbit/s
            Assert.Null(VoiceDecisions.WhyNot(VoiceReader.Listen(read)!.Value));
        }
    }

    private async Task<IPage> OpenAsync(string path, int width, string person)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        await page.Context.AddCookiesAsync([new() { Name = "acting-person", Value = person, Url = site.Address.ToString() }]);
        await page.GotoAsync(new Uri(site.Address, path).ToString());
        return page;
    }

    private static async Task SoundAsync(IPage page)
    {
        Assert.Empty((await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        if (Shots is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"{name}.png"), FullPage = true });
        }
    }
}
