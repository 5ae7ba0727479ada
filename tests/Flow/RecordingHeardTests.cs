using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Dissemination.Deliveries;
using Dissemination.Tests.Translation.Recordings;
using Dissemination.Translation.Recordings;

namespace Dissemination.Tests.Flow;

/// <summary>What was read aloud and approved is heard wherever its words are; and nowhere once they are others.</summary>
[Collection(VoiceTogether.Name)]
public sealed class RecordingHeardTests(VoiceSite site)
{
    private static readonly XNamespace Podcast = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    private VoiceFeed Feed => new(site);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_read_sentence_by_sentence_and_approved_by_another_goes_to_telegram_the_feed_and_the_loudspeaker()
    {
        const string Text = "doc-to.1.vi";
        await site.PublishTextAsync("doc-to", "Đọc to", "Xã trồng mắc ca. Bà con phấn khởi.");
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
    public async Task When_a_sentence_changes_it_alone_is_read_again_and_the_old_voice_is_never_heard_with_the_new_words()
    {
        const string First = "sua-cau.1.vi", Second = "sua-cau.2.vi";
        await site.PublishTextAsync("sua-cau", "Sửa câu", "Xã trồng mắc ca. Có 40 hộ tham gia.");
        await site.ReadAloudAsync(First);
        await site.ApproveVoiceAsync(First);
        await site.PublishAsync();
        Assert.Single(site.Voices("Sửa câu"));

        await site.PublishTextAsync("sua-cau", "Sửa câu", "Xã trồng mắc ca. Có 45 hộ tham gia.");

        Assert.Empty(site.Voices("Sửa câu"));
        Assert.Null(VoiceFeed.SoundOf(await Feed.EntryAsync("sua-cau")));
        Assert.Equal(
            ["Bản đã duyệt vẫn đúng", "Bản đã duyệt vẫn đúng", "Câu đã sửa, phải đọc lại"],
            (await site.SentencesAsync(Second)).Select(sentence => sentence.Standing));

        await site.ReadAloudAsync(Second);
        await site.ApproveVoiceAsync(Second);
        await site.PublishAsync();
        Assert.Equal([.. Sounds.One, .. Sounds.Two, .. Sounds.One], Assert.Single(site.Voices("Sửa câu")).Voice!);
        Assert.Contains($"/voices/{Second}/", VoiceFeed.SoundOf(await Feed.EntryAsync("sua-cau")), StringComparison.Ordinal);
    }

    private async Task AssertHeardInFeedAsync(string item, byte[] voice)
    {
        var rss = await Feed.ReadAsync();
        var channel = rss.Root!.Element("channel")!;
        Assert.Equal("false", channel.Element(Podcast + "explicit")!.Value);
        Assert.Equal("Government", (string?)channel.Element(Podcast + "category")!.Attribute("text"));
        Assert.Equal("https://example.org/feeds/podcast.png", (string?)channel.Element(Podcast + "image")!.Attribute("href"));
        Assert.All((string[])["title", "description", "language", "link"], name => Assert.NotEqual("", channel.Element(name)!.Value));
        var entry = await Feed.EntryAsync(item);
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
