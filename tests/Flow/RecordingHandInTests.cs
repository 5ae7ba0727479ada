using System.Net;
using System.Text;
using Dissemination.Tests.Translation.Recordings;
using Dissemination.Tests.Web;

namespace Dissemination.Tests.Flow;

/// <summary>How what was read comes in: as a file or sentence by sentence, of approved words, from who may read them.</summary>
[Collection(VoiceTogether.Name)]
public sealed class RecordingHandInTests(VoiceSite site)
{
    [Fact]
    public async Task A_file_may_be_handed_in_instead_and_what_is_none_is_refused_in_plain_words()
    {
        const string Text = "mot-tep.1.vi", Page = $"/recordings/{Text}";
        await site.PublishTextAsync("mot-tep", "Một tệp", "Câu thứ nhất. Câu thứ hai.");
        using var reader = site.Visit("bung-lao-1");
        using var nonsense = await reader.PostSoundsAsync(Page, Page + "/file", ("file", Encoding.UTF8.GetBytes("không phải âm thanh")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nonsense.StatusCode);
        Assert.Contains("không phải là bản ghi âm MP3", await VoiceSite.WordsAsync(nonsense), StringComparison.Ordinal);
        using var silent = await reader.PostSoundsAsync(Page, Page + "/file", ("file", Sounds.Silent));
        Assert.Contains("không nghe thấy ai đọc", await VoiceSite.WordsAsync(silent), StringComparison.Ordinal);
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
        await site.PublishTextAsync("bang-may", "Bằng máy", "Câu duy nhất.");
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
    public async Task Nobody_reads_what_is_not_approved_or_is_another_communes()
    {
        await site.HandInAsync("items/chua-duyet.md", SampleFiles.Article("Chưa duyệt", approved: false));
        await site.PublishTextAsync("o-xa", "Ở xã", "Câu duy nhất.", "communes: [na-bung]");
        using var reader = site.Visit("bung-lao-1");

        foreach (var (text, problem) in new[]
        {
            ("chua-duyet.1.vi", "chưa được duyệt"), ("chua-duyet.1.blt-Tavt", "chưa được duyệt"), ("o-xa.1.vi", "Búng Lao"),
        })
        {
            using var refused = await reader.PostSoundsAsync("/hand-tasks", $"/recordings/{text}/file", ("file", Sounds.Whole));
            Assert.True((int)refused.StatusCode is >= 400 and < 500, $"{text}: {refused.StatusCode}");
            Assert.Contains(problem, await VoiceSite.WordsAsync(refused), StringComparison.Ordinal);
        }
    }
}
