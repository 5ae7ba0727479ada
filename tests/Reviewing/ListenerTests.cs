using Dissemination.Content;
using Dissemination.Reviewing;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Translation.Recordings;
using Dissemination.Translation.Recordings;

namespace Dissemination.Tests.Reviewing;

/// <summary>A recording is listened to in the chat, with the checks of its page.</summary>
public sealed class ListenerTests(ReviewerHouse house) : IClassFixture<ReviewerHouse>
{
    private const long Reader = ReviewerHouse.Editor;
    private const long Listener = ReviewerHouse.Reviewer;
    private const long Other = ReviewerHouse.OtherReviewer;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recording_comes_once_to_those_who_may_listen_and_its_button_approves_it()
    {
        var text = await RecordedAsync("nghe-bot");
        await house.Get<ListenerCalls>().CallAsync(Cancellation);
        await house.Get<ListenerCalls>().CallAsync(Cancellation);

        var voices = Voices("Nghe nghe-bot");
        Assert.Equal([Listener, Other], voices.Select(post => post.Chat).Order());
        var mine = voices.First(post => post.Chat == Listener);
        Assert.Equal(Mp3File.Read(Sounds.Whole)!.Frames.ToArray(), mine.Voice!);
        Assert.Contains("Cán bộ truyền thông xã Búng Lao", mine.Text, StringComparison.Ordinal);
        Assert.Equal(7, mine.Buttons.Length);

        // Who read it is refused as on the page.
        var own = await PressAsync(mine, "approve", Reader);
        Assert.NotEqual("Đã duyệt bản ghi âm.", own);
        Assert.Equal(RecordingState.InReview, (await StandingAsync(text)).State);

        Assert.Equal("Đã duyệt bản ghi âm.", await PressAsync(mine, "approve", Listener));
        var approved = await StandingAsync(text);
        Assert.Equal((RecordingState.Approved, "bung-lao-2"), (approved.State, approved.ReviewedBy?.Value));
        Assert.All(Voices("Nghe nghe-bot"), post => Assert.Empty(post.Buttons));
        Assert.All(Voices("Nghe nghe-bot"), post => Assert.Contains("Đã duyệt ghi âm", post.Text, StringComparison.Ordinal));
        Assert.NotEqual("Đã duyệt bản ghi âm.", await PressAsync(mine, "approve", Other));
    }

    [Fact]
    public async Task A_button_returns_it_with_its_reason_and_the_next_recording_is_asked_for_anew()
    {
        var text = await RecordedAsync("tra-bot");
        await house.Get<ListenerCalls>().CallAsync(Cancellation);
        var mine = Voices("Nghe tra-bot").First(post => post.Chat == Listener);

        Assert.Equal("Đã trả lại và xoá bản ghi âm.", await PressAsync(mine, "noise", Listener));

        var returned = await StandingAsync(text);
        Assert.Equal((RecordingState.Returned, "ồn, lẫn tiếng khác"), (returned.State, returned.ReturnReason));
        house.Time.Advance(TimeSpan.FromMinutes(1));
        await RecordAsync(text);
        await house.Get<ListenerCalls>().CallAsync(Cancellation);
        Assert.Equal(2, Voices("Nghe tra-bot").Count(post => post.Chat == Listener));
        Assert.Single(Voices("Nghe tra-bot"), post => post.Chat == Listener && !post.Buttons.IsEmpty);
    }

    [Fact]
    public async Task What_waited_before_the_bot_was_switched_on_is_brought_once_it_is_connected()
    {
        var text = await RecordedAsync("cho-bot");
        await house.Store.Editorial.DeleteEntityAsync(
            Keys.Editorial, KeysOfReviewing.VoiceNews(text.ToString()), cancellationToken: Cancellation);
        await house.Get<ListenerCalls>().CallAsync(Cancellation);
        Assert.Empty(Voices("Nghe cho-bot"));

        for (var time = 0; time < 2; time++)
        {
            Assert.True((await house.Get<ReviewerConnections>().ConnectAsync(Cancellation)).IsDone);
            await house.Get<ListenerCalls>().CallAsync(Cancellation);
            Assert.Equal([Listener, Other], Voices("Nghe cho-bot").Select(post => post.Chat).Order());
        }
    }

    private async Task<TextId> RecordedAsync(string item)
    {
        await house.HandInAsync(
            $"items/{item}.md", SampleFiles.Article($"Nghe {item}", "Xã trồng mắc ca.", frontMatter: "communes: [bung-lao]"));
        var text = TextId.Parse($"{item}.1.vi", null);
        await RecordAsync(text);
        return text;
    }

    private async Task RecordAsync(TextId text)
    {
        var reader = await house.PersonAsync("bung-lao-1");
        var added = await house.Get<RecordingService>().AddAsync(
            text, new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal) { [""] = Sounds.Whole }, reader, Cancellation);
        Assert.True(added.IsDone, added.Problem?.Code);
        var sent = await house.Get<RecordingService>().SubmitAsync(text, reader, Cancellation);
        Assert.True(sent.IsDone, sent.Problem?.Code);
    }

    private async Task<Recording> StandingAsync(TextId text) =>
        (await house.Get<RecordingReader>().FindAsync(text, Cancellation))!.Value;

    private async Task<string?> PressAsync(TelegramPost post, string verb, long by)
    {
        var data = post.Buttons.Single(button => button.Data?.StartsWith($"voice:{verb}:", StringComparison.Ordinal) == true).Data!;
        var update = TelegramUpdates.Press(post, data, by, "vi");
        await house.BringAsync(update);
        return house.AnswerTo(update)?.Text;
    }

    private List<TelegramPost> Voices(string headline) =>
        [.. house.Telegram.Posts.Where(post => post.Voice is not null && post.Text.Contains(headline, StringComparison.Ordinal))];
}
