using System.Net;
using Dissemination.Content;
using Dissemination.Translation.Recordings;
using Dissemination.Web.Pages.Today;

namespace Dissemination.Tests.Flow;

/// <summary>A second person listens: what was read is approved, sent back, taken back or undone.</summary>
[Collection(VoiceTogether.Name)]
public sealed class RecordingReviewTests(VoiceSite site)
{
    private VoiceFeed Feed => new(site);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_has_read_waits_in_the_list_of_today_of_who_may_listen_and_approving_it_leads_on()
    {
        const string Text = "nghe-hom-nay.1.vi";
        await site.PublishTextAsync("nghe-hom-nay", "Nghe hôm nay", "Câu duy nhất.");
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
    public async Task What_is_returned_is_deleted_and_what_is_taken_back_leaves_every_place()
    {
        const string Text = "tra-lai.1.vi";
        await site.PublishTextAsync("tra-lai", "Trả lại", "Câu duy nhất.");
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
        Assert.Null(VoiceFeed.SoundOf(await Feed.EntryAsync("tra-lai")));

        await site.ReadAloudAsync(Text);
        await site.ApproveVoiceAsync(Text);
        await site.PublishAsync();
        Assert.Single(site.Voices("Trả lại"));
    }

    [Fact]
    public async Task An_approval_is_undone_while_its_text_is_not_out_and_what_was_read_waits_to_be_heard_again()
    {
        const string Text = "hoan-tac-tieng.1.vi", Page = $"/recordings/{Text}";
        await site.PublishTextAsync("hoan-tac-tieng", "Hoàn tác tiếng", "Câu thứ nhất. Câu thứ hai.", "publishAt: 2027-06-01 07:00");
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
        await site.PublishTextAsync("gui-hai-lan", "Gửi hai lần", "Câu duy nhất.");
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
        Assert.Contains("được đưa ra ngoài", await VoiceSite.WordsAsync(late), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<TodayAct>> TodayAsync(string person) =>
        (await site.Get<TodayReader>().ReadAsync(await site.PersonAsync(person), Cancellation)).Acts;
}
