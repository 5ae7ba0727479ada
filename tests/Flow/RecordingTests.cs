using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Dissemination.Channels.Website;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Simulators.Faults;
using Dissemination.Tests.Translation.Recordings;
using Dissemination.Tests.Web;
using Dissemination.Translation.Recordings;
using Dissemination.Web.Pages.Today;

namespace Dissemination.Tests.Flow;

/// <summary>A text is read aloud, listened to by another, and heard wherever its words are; and nowhere once they are others.</summary>
public sealed class RecordingTests(VoiceSite site) : IClassFixture<VoiceSite>
{
    private static readonly XNamespace Podcast = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_read_sentence_by_sentence_and_approved_by_another_goes_to_telegram_the_feed_and_the_loudspeaker()
    {
        const string Text = "doc-to.1.vi";
        await PublishAsync("doc-to", "Đọc to", "Xã trồng mắc ca. Bà con phấn khởi.");
        await site.ReadAloudAsync(Text);
        Assert.Equal(2, (await site.FilesAsync(Text)).Count); // The same sound twice is the same file.
        using var reader = site.Visit("bung-lao-1");
        using var own = await reader.PostAsync($"/recordings/{Text}", $"/recordings/{Text}/approve");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        await site.PublishAsync();
        Assert.Empty(site.Voices("Đọc to"));
        using var listener = site.Visit("bung-lao-2");
        Assert.Contains($"/recordings/{Text}", (await listener.ReadAsync("/recordings")).Html, StringComparison.Ordinal);

        await site.ApproveVoiceAsync(Text);
        await site.PublishAsync();

        var sent = Assert.Single(site.Voices("Đọc to"));
        Assert.Equal(VoiceSite.Chat, sent.Chat);
        Assert.Equal([.. Sounds.One, .. Sounds.Two, .. Sounds.One], sent.Voice!);
        Assert.NotNull(VoiceReader.Listen(Mp3File.Read(sent.Voice)!));
        Assert.Equal(6, sent.Duration);
        Assert.Contains("Ban Tuyên giáo (mẫu)", sent.Text, StringComparison.Ordinal);
        Assert.Single(await site.FilesAsync(Text));
        await site.PublishAsync();
        Assert.Single(site.Voices("Đọc to"));

        await AssertHeardInFeedAsync("doc-to", sent.Voice!);
        await AssertOnLoudspeakersAsync(Text, sent.Voice!);
        await WithdrawAsync();

        async Task WithdrawAsync()
        {
            var address = $"/voices/{Assert.Single(await site.FilesAsync(Text))}";
            using var visitor = site.Visit();
            using var heard = await visitor.GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, "audio/mpeg"), (heard.StatusCode, heard.Content.Headers.ContentType?.MediaType));
            await site.WithdrawAsync("doc-to");
            await site.Get<StopDispatcher>().StopDueAsync(Cancellation);
            await site.PublishAsync();
            Assert.Empty(site.Voices("Đọc to"));
            using var gone = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }
    }

    [Fact]
    public async Task What_one_has_read_waits_in_the_list_of_today_of_who_may_listen_and_approving_it_leads_on()
    {
        const string Text = "nghe-hom-nay.1.vi";
        await PublishAsync("nghe-hom-nay", "Nghe hôm nay", "Câu duy nhất.");
        await site.ReadAloudAsync(Text);

        Assert.DoesNotContain(await TodayAsync("bung-lao-1"), act => act.Address == $"/recordings/{Text}");
        var waiting = Assert.Single(await TodayAsync("bung-lao-2"), act => act.Address == $"/recordings/{Text}");
        Assert.Equal(TodayKind.Listen, waiting.Kind);
        using var listener = site.Visit("bung-lao-2");
        var (_, html) = await listener.ReadAsync("/today");
        Assert.Contains($"href=\"/recordings/{Text}\"", html, StringComparison.Ordinal);
        Assert.Contains("Nghe duyệt: <strong>", html, StringComparison.Ordinal);

        using var approved = await listener.PostAsync($"/recordings/{Text}", $"/recordings/{Text}/approve");
        Assert.Contains(
            "href=\"/today/next\"", (await listener.ReadAsync(approved.Headers.Location!.OriginalString)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(await TodayAsync("bung-lao-2"), act => act.Address == $"/recordings/{Text}");
    }

    [Fact]
    public async Task When_a_sentence_changes_it_alone_is_read_again_and_the_old_voice_is_never_heard_with_the_new_words()
    {
        const string First = "sua-cau.1.vi", Second = "sua-cau.2.vi";
        await PublishAsync("sua-cau", "Sửa câu", "Xã trồng mắc ca. Có 40 hộ tham gia.");
        await site.ReadAloudAsync(First);
        await site.ApproveVoiceAsync(First);
        await site.PublishAsync();
        Assert.Single(site.Voices("Sửa câu"));

        await PublishAsync("sua-cau", "Sửa câu", "Xã trồng mắc ca. Có 45 hộ tham gia.");

        Assert.Empty(site.Voices("Sửa câu"));
        Assert.Null(Sound(await EntryAsync("sua-cau")));
        Assert.Equal(
            ["Bản đã duyệt vẫn đúng", "Bản đã duyệt vẫn đúng", "Câu đã sửa, phải đọc lại"],
            (await site.SentencesAsync(Second)).Select(sentence => sentence.Standing));

        await site.ReadAloudAsync(Second);
        await site.ApproveVoiceAsync(Second);
        await site.PublishAsync();
        Assert.Equal([.. Sounds.One, .. Sounds.Two, .. Sounds.One], Assert.Single(site.Voices("Sửa câu")).Voice!);
        Assert.Contains($"/voices/{Second}/", Sound(await EntryAsync("sua-cau")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_returned_is_deleted_and_what_is_taken_back_leaves_every_place()
    {
        const string Text = "tra-lai.1.vi";
        await PublishAsync("tra-lai", "Trả lại", "Câu duy nhất.");
        await site.ReadAloudAsync(Text);
        using var listener = site.Visit("bung-lao-2");
        using var returned = await listener.PostAsync($"/recordings/{Text}", $"/recordings/{Text}/return", ("reason", "ồn quá"));
        Assert.EndsWith("recording-returned", returned.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Empty(await site.FilesAsync(Text));
        Assert.Contains("ồn quá", (await listener.ReadAsync($"/recordings/{Text}")).Html, StringComparison.Ordinal);

        // A reason is mostly tapped.
        await site.ReadAloudAsync(Text);
        using var nothing = await listener.PostAsync($"/recordings/{Text}", $"/recordings/{Text}/return", ("cause", "khong-co"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var tapped = await listener.PostAsync(
            $"/recordings/{Text}?lang=en", $"/recordings/{Text}/return", ("cause", "misread"), ("reason", " tên xã "));
        Assert.EndsWith("recording-returned", tapped.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(
            "đọc sai chữ: tên xã",
            (await site.Get<RecordingReader>().FindAsync(TextId.Parse(Text, null), Cancellation))!.Value.ReturnReason);

        await site.ReadAloudAsync(Text);
        await site.ApproveVoiceAsync(Text);
        await site.PublishAsync();
        Assert.Single(site.Voices("Trả lại"));
        using var staff = site.Visit("can-bo");
        using var back = await staff.PostAsync($"/recordings/{Text}", $"/recordings/{Text}/take-back", ("reason", "đọc sai tên"));
        Assert.EndsWith("recording-taken-back", back.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await site.PublishAsync();
        Assert.Empty(site.Voices("Trả lại"));
        Assert.Empty(await site.FilesAsync(Text));
        Assert.Null(Sound(await EntryAsync("tra-lai")));

        await site.ReadAloudAsync(Text);
        await site.ApproveVoiceAsync(Text);
        await site.PublishAsync();
        Assert.Single(site.Voices("Trả lại"));
    }

    [Fact]
    public async Task An_approval_is_undone_while_its_text_is_not_out_and_what_was_read_waits_to_be_heard_again()
    {
        const string Text = "hoan-tac-tieng.1.vi", Page = $"/recordings/{Text}";
        await PublishAsync("hoan-tac-tieng", "Hoàn tác tiếng", "Câu thứ nhất. Câu thứ hai.", "publishAt: 2027-06-01 07:00");
        await site.ReadAloudAsync(Text);
        var read = await site.FilesAsync(Text);
        await site.ApproveVoiceAsync(Text);
        var joined = Assert.Single(await site.FilesAsync(Text));
        using var reader = site.Visit("bung-lao-1");
        Assert.DoesNotContain(Page + "/undo", (await reader.ReadAsync(Page + "?done=recording-approved")).Html, StringComparison.Ordinal);
        using var listener = site.Visit("bung-lao-2");
        Assert.Contains(Page + "/undo", (await listener.ReadAsync(Page + "?done=recording-approved")).Html, StringComparison.Ordinal);

        using var undone = await listener.PostAsync(Page + "?done=recording-approved", Page + "/undo");

        Assert.Equal(Page + "?done=undone", undone.Headers.Location?.OriginalString);
        Assert.Equal(read.Order(StringComparer.Ordinal), (await site.FilesAsync(Text)).Order(StringComparer.Ordinal));
        var waiting = (await site.Get<RecordingReader>().FindAsync(TextId.Parse(Text, null), Cancellation))!.Value;
        Assert.Equal(RecordingState.InReview, waiting.State);
        Assert.Equal(["bung-lao-1"], waiting.Readers.Select(person => person.Value));
        using var own = await reader.PostAsync(Page, Page + "/approve");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        await site.ApproveVoiceAsync(Text);
        Assert.Equal(joined, Assert.Single(await site.FilesAsync(Text)));
    }

    [Fact]
    public async Task What_is_out_is_not_undone_and_what_is_sent_twice_waits_once()
    {
        const string Text = "gui-hai-lan.1.vi", Page = $"/recordings/{Text}";
        await PublishAsync("gui-hai-lan", "Gửi hai lần", "Câu duy nhất.");
        await site.ReadAloudAsync(Text);
        var sent = (await site.Get<RecordingReader>().FindAsync(TextId.Parse(Text, null), Cancellation))!;
        using var reader = site.Visit("bung-lao-1");
        using var again = await reader.PostAsync(Page, Page + "/submit");
        Assert.Equal(Page + "?done=recording-submitted", again.Headers.Location?.OriginalString);
        Assert.Equal(sent.ETag, (await site.Get<RecordingReader>().FindAsync(TextId.Parse(Text, null), Cancellation))!.ETag);

        await site.ApproveVoiceAsync(Text);
        using var listener = site.Visit("bung-lao-2");
        const string Done = Page + "?done=recording-approved";
        using var twice = await listener.PostAsync(Page, Page + "/approve", ("etag", sent.ETag.ToString("H")));
        Assert.Equal(Done, twice.Headers.Location?.OriginalString);
        Assert.DoesNotContain(Page + "/undo", (await listener.ReadAsync(Done)).Html, StringComparison.Ordinal);
        using var late = await listener.PostAsync(Done, Page + "/undo");
        Assert.Contains("được đưa ra ngoài", await WordsAsync(late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_may_be_handed_in_instead_and_what_is_none_is_refused_in_plain_words()
    {
        const string Text = "mot-tep.1.vi", Page = $"/recordings/{Text}";
        await PublishAsync("mot-tep", "Một tệp", "Câu thứ nhất. Câu thứ hai.");
        using var reader = site.Visit("bung-lao-1");
        using var nonsense = await reader.PostSoundsAsync(Page, Page + "/file", ("file", Encoding.UTF8.GetBytes("không phải âm thanh")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nonsense.StatusCode);
        Assert.Contains("không phải là bản ghi âm MP3", await WordsAsync(nonsense), StringComparison.Ordinal);
        using var silent = await reader.PostSoundsAsync(Page, Page + "/file", ("file", Sounds.Silent));
        Assert.Contains("không nghe thấy ai đọc", await WordsAsync(silent), StringComparison.Ordinal);
        Assert.Empty(await site.FilesAsync(Text));

        using var sent = await reader.PostSoundsAsync(Page, Page + "/file", ("file", Sounds.Whole));
        Assert.Equal(Page + "?done=recording-submitted", sent.Headers.Location?.OriginalString);
        await site.ApproveVoiceAsync(Text);
        await site.PublishAsync();
        Assert.Equal(Sounds.Whole, Assert.Single(site.Voices("Một tệp")).Voice!);
    }

    [Fact]
    public async Task A_script_is_told_that_a_sentence_is_kept_and_is_led_away_only_where_nobody_is_signed_in()
    {
        const string Text = "bang-may.1.vi", Page = $"/recordings/{Text}";
        await PublishAsync("bang-may", "Bằng máy", "Câu duy nhất.");
        var sentence = (await site.SentencesAsync(Text))[0].Id;
        using var reader = site.Visit("bung-lao-1");
        using var nobody = site.Visit();
        var token = await reader.TokenAsync(Page);

        using var away = await SendAsync(nobody);
        Assert.Equal(HttpStatusCode.Found, away.StatusCode);
        Assert.Empty(await site.FilesAsync(Text));
        using var kept = await SendAsync(reader);
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        Assert.Single(await site.FilesAsync(Text));

        async Task<HttpResponseMessage> SendAsync(Visitor visitor)
        {
            using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
            content.Add(new ByteArrayContent(Sounds.One), sentence, "ghi-am.mp3");
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Page}/sentences") { Content = content };
            request.Headers.Add("X-By-Script", "yes");
            return await visitor.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_voice_whose_outcome_is_lost_is_uncertain_and_never_sent_again_by_itself()
    {
        const string Text = "mat-tin.1.vi";
        await PublishAsync("mat-tin", "Mất tin", "Câu duy nhất.");
        await site.ReadAloudAsync(Text);
        await site.ApproveVoiceAsync(Text);
        site.Telegram.FailNext(new CallFault.Cut(Accept: true));
        await site.PublishAsync();
        await site.PublishAsync();

        Assert.Equal(DeliveryState.Uncertain, (await site.DeliveryAsync($"{Text}.bung-lao.tieng")).State);
        Assert.Single(site.Voices("Mất tin"));
    }

    [Theory]
    [InlineData("dang-gui", true)]
    [InlineData("khong-ro", false)]
    public async Task A_voice_that_was_under_way_when_its_approval_was_taken_back_is_taken_down_when_it_is_there(string item, bool arrives)
    {
        var (text, title) = ($"{item}.1.vi", $"Tiếng {item}");
        await PublishAsync(item, title, "Câu duy nhất.");
        await site.ReadAloudAsync(text);
        await site.ApproveVoiceAsync(text);
        await site.PublishAsync();
        var sent = await site.DeliveryAsync($"{text}.bung-lao.tieng");
        await LeaveAsync(sent with
        {
            State = DeliveryState.Sending,
            EndedAt = null,
            Reference = null,
            SendingUntil = site.Time.GetUtcNow().AddMinutes(1),
        });
        using var staff = site.Visit("can-bo");
        using var back = await staff.PostAsync($"/recordings/{text}", $"/recordings/{text}/take-back", ("reason", "đọc sai tên"));
        await site.PublishAsync();
        Assert.Single(site.Voices(title));

        await LeaveAsync(arrives ? sent : sent with { State = DeliveryState.Uncertain, Reference = null });
        site.Time.Advance(TimeSpan.FromSeconds(61));
        await site.PublishAsync();
        if (arrives)
        {
            Assert.Empty(site.Voices(title));
            return;
        }

        await site.Get<DeliveryCommands>().ExecuteAsync(
            new DeliveryCommand.SeenThere(), [sent.Id], await site.PersonAsync("bung-lao-1"), Cancellation);
        await site.PublishAsync();
        Assert.True((await site.DeliveryAsync($"{text}.bung-lao.tieng.remove")).IsByHand);
    }

    [Fact]
    public async Task Nobody_reads_what_is_not_approved_or_is_another_communes()
    {
        await site.HandInAsync("items/chua-duyet.md", SampleFiles.Article("Chưa duyệt", approved: false));
        await PublishAsync("o-xa", "Ở xã", "Câu duy nhất.", "communes: [na-bung]");
        using var reader = site.Visit("bung-lao-1");

        foreach (var (text, problem) in new[]
        {
            ("chua-duyet.1.vi", "chưa được duyệt"), ("chua-duyet.1.blt-Tavt", "chưa được duyệt"), ("o-xa.1.vi", "Búng Lao"),
        })
        {
            using var refused = await reader.PostSoundsAsync("/hand-tasks", $"/recordings/{text}/file", ("file", Sounds.Whole));
            Assert.True((int)refused.StatusCode is >= 400 and < 500, $"{text}: {refused.StatusCode}");
            Assert.Contains(problem, await WordsAsync(refused), StringComparison.Ordinal);
        }
    }

    private async Task<IEnumerable<TodayAct>> TodayAsync(string person) =>
        (await site.Get<TodayReader>().ReadAsync(await site.PersonAsync(person), Cancellation)).Acts;

    /// <summary>Stores a delivery as its sender would.</summary>
    private async Task LeaveAsync(Delivery delivery)
    {
        var read = (await site.Get<DeliveryCommands>().FindAsync(delivery.Id, Cancellation))!;
        Assert.Single(await site.Get<DeliveryLedger>().WriteAsync([(read, delivery)], Cancellation));
    }

    private async Task PublishAsync(string item, string title, string body, string frontMatter = "")
    {
        await site.HandInAsync($"items/{item}.md", SampleFiles.Article(title, body, frontMatter: frontMatter));
        await site.PublishAsync();
    }

    /// <summary>An entry of the commune's feed as RSS.</summary>
    private async Task<XElement> EntryAsync(string item)
    {
        var rss = await FeedAsync();
        return rss.Descendants("item").Single(entry => entry.Element("guid")!.Value.StartsWith(item, StringComparison.Ordinal));
    }

    private static string? Sound(XElement entry) =>
        (string?)entry.Elements("enclosure").SingleOrDefault(file => (string?)file.Attribute("type") == "audio/mpeg")?.Attribute("url");

    private static async Task<string> WordsAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));

    private async Task<XDocument> FeedAsync()
    {
        site.Get<FeedReader>().Forget(LanguageTag.Vietnamese);
        using var anybody = site.Visit();
        return XDocument.Parse((await anybody.ReadAsync("/feeds/bung-lao/vi.rss")).Html);
    }

    private async Task AssertHeardInFeedAsync(string item, byte[] voice)
    {
        var rss = await FeedAsync();
        var channel = rss.Root!.Element("channel")!;
        Assert.Equal("false", channel.Element(Podcast + "explicit")!.Value);
        Assert.Equal("Government", (string?)channel.Element(Podcast + "category")!.Attribute("text"));
        Assert.Equal("https://example.org/feeds/podcast.png", (string?)channel.Element(Podcast + "image")!.Attribute("href"));
        Assert.All((string[])["title", "description", "language", "link"], name => Assert.NotEqual("", channel.Element(name)!.Value));
        var entry = await EntryAsync(item);
        var enclosure = Assert.Single(entry.Elements("enclosure"));
        Assert.Equal(
            ("audio/mpeg", voice.Length.ToString(CultureInfo.InvariantCulture)),
            ((string?)enclosure.Attribute("type"), (string?)enclosure.Attribute("length")));
        Assert.Equal("6", entry.Element(Podcast + "duration")!.Value);
        Assert.Equal("false", (string?)entry.Element("guid")!.Attribute("isPermaLink"));
        var url = new Uri((string)enclosure.Attribute("url")!);
        Assert.EndsWith(".mp3", url.AbsolutePath, StringComparison.Ordinal);

        using var anybody = site.Visit();
        using var head = await anybody.SendAsync(new HttpRequestMessage(HttpMethod.Head, url.AbsolutePath));
        Assert.Equal((HttpStatusCode.OK, (long?)voice.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        using var request = new HttpRequestMessage(HttpMethod.Get, url.AbsolutePath);
        request.Headers.Range = new RangeHeaderValue(96, 191);
        using var part = await anybody.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(voice[96..192], await part.Content.ReadAsByteArrayAsync(Cancellation));
        using var cover = await anybody.GetAsync("/feeds/podcast.png");
        Assert.Equal((HttpStatusCode.OK, "image/png"), (cover.StatusCode, cover.Content.Headers.ContentType?.MediaType));
        var json = (await site.FeedAsync("bung-lao")).Single(one => ((string)one!["id"]!).StartsWith(item, StringComparison.Ordinal))!;
        Assert.Equal(6, (int)json["attachments"]![0]!["duration_in_seconds"]!);
    }

    private async Task AssertOnLoudspeakersAsync(string text, byte[] voice)
    {
        using var keeper = site.Visit("bung-lao-1");
        var (_, task) = await keeper.ReadAsync($"/hand-tasks/{text}.bung-lao.loa");
        var file = Assert.Single(await site.FilesAsync(text)).Split('/')[1];
        Assert.Contains($"<audio controls preload=\"none\" src=\"/recordings/{text}/files/{file}\"", task, StringComparison.Ordinal);
        Assert.Contains("/hand-tasks/pack.zip?commune=bung-lao", (await keeper.ReadAsync("/hand-tasks")).Html, StringComparison.Ordinal);
        using var answer = await keeper.GetAsync("/hand-tasks/pack.zip?commune=bung-lao");
        using ZipArchive pack = new(await answer.Content.ReadAsStreamAsync(Cancellation));
        var sound = Assert.Single(pack.Entries, entry => entry.FullName.EndsWith("-doc-to.mp3", StringComparison.Ordinal));
        Assert.StartsWith("vi/", sound.FullName, StringComparison.Ordinal);
        Assert.Equal(voice.Length, sound.Length);
        using StreamReader script = new(pack.GetEntry(sound.FullName.Replace(".mp3", ".txt", StringComparison.Ordinal))!.Open());
        Assert.Contains("Xã trồng mắc ca.", await script.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        Assert.NotNull(pack.GetEntry("danh-sach.txt"));
    }
}
