using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Channels.Rendering;
using Dissemination.Problems;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Telegram;
using Dissemination.Storage;

namespace Dissemination.Tests.Channels.Telegram;

/// <summary>A post of several parts, and a try that goes on where an earlier one stopped.</summary>
public sealed class TelegramPartsTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private const long Chat = -1001234567890;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_part_is_one_call_in_order_and_the_reference_names_every_message()
    {
        await using var telegram = await StartAsync();

        var outcome = await SendAsync(telegram, Rendered(Words("một"), Pictures("hai", 1), Pictures("ba", 3), Words("bốn")));

        Assert.Equal(new SendOutcome.Delivered($"{Chat}/1,2,3,4,5,6"), outcome);
        Assert.Equal(4, telegram.Simulator.Calls);
        Assert.Equal(["một", "hai", "ba", "", "", "bốn"], telegram.Simulator.Posts.Select(post => post.Text));
        Assert.Equal([0, 1, 3, 0], telegram.Simulator.Posted.Select(post => post.Pictures));
        Assert.Equal(
            [[2, 0], [3, 0], [3, 1], [3, 2]], telegram.Simulator.Posts.Where(post => post.Photo is not null).Select(post => post.Photo!));
    }

    [Fact]
    public async Task Each_part_keeps_the_styles_of_its_own_words()
    {
        await using var telegram = await StartAsync();
        var bold = new StyledText("chữ đậm", [new(TextStyle.Bold, 4, 3)]);
        var link = new StyledText("xem đây", [new(TextStyle.Link, 0, 3, "https://dienbien.gov.vn/")]);

        await SendAsync(telegram, Rendered(RenderedPart.Of(bold, []), RenderedPart.Of(link, [Picture(2, 0), Picture(2, 1)])));

        Assert.Equal(
            [new TelegramEntity("bold", 4, 3, null), new TelegramEntity("text_link", 0, 3, "https://dienbien.gov.vn/")],
            telegram.Simulator.Posts.SelectMany(post => post.Entities));
        Assert.Empty(telegram.Simulator.Posts[2].Entities);
    }

    [Fact]
    public async Task The_pictures_of_a_post_are_albums_of_at_most_ten()
    {
        await using var telegram = await StartAsync();
        await UploadAsync(9, 12);
        var post = Posts.Article("Nội dung ngắn.") with { Pictures = [.. Enumerable.Range(0, 12).Select(number => Picture(9, number))] };

        await SendAsync(telegram, telegram.Channel.Render(post));

        Assert.Equal([10, 2], telegram.Simulator.Posted.Select(posted => posted.Pictures));
        Assert.Equal(telegram.Channel.Render(post).Parts[0].Text, telegram.Simulator.Posts[0].Text);
    }

    [Fact]
    public async Task A_refusal_is_told_and_nothing_is_sent()
    {
        await using var telegram = await StartAsync();
        var refusal = new Problem(nameof(ProblemTexts.TextTooLong), null, "4096");

        var outcome = await SendAsync(telegram, Rendered(Words("một")) with { Refusal = refusal });

        Assert.Equal(new SendOutcome.Rejected(refusal), outcome);
        Assert.Equal(0, telegram.Simulator.Calls);
    }

    [Fact]
    public async Task A_throttled_part_leaves_those_before_it_and_the_next_try_goes_on_behind_them()
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.Limits = new(PerBotSecond: 0, PerChatMinute: 2, TimeSpan.Zero);
        var rendered = Rendered(Pictures("một", 2), Words("hai"), Words("ba"));

        var later = Assert.IsType<SendOutcome.Later>(await SendAsync(telegram, rendered));
        telegram.Simulator.Limits = null;
        var delivered = await SendAsync(telegram, rendered, later.Progress);

        Assert.True(later.WholeLane);
        Assert.Equal($"{Chat}/1,2,3", later.Progress);
        Assert.Equal(new SendOutcome.Delivered($"{Chat}/1,2,3,4"), delivered);
        Assert.Equal(["một", "", "hai", "ba"], telegram.Simulator.Posts.Select(post => post.Text));
    }

    [Fact]
    public async Task A_part_whose_outcome_is_unknown_leaves_what_is_known_of_those_before_it()
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailNext(new CallFault.Late(TimeSpan.Zero));
        telegram.Simulator.FailNext(new CallFault.Cut(Accept: true));

        var unknown = Assert.IsType<SendOutcome.Unknown>(await SendAsync(telegram, Rendered(Words("một"), Words("hai"), Words("ba"))));

        Assert.Equal($"{Chat}/1", unknown.Progress);
        Assert.Equal(2, telegram.Simulator.Calls);
    }

    [Fact]
    public async Task Between_two_parts_the_chat_is_left_alone_and_the_lane_is_not_held_up()
    {
        await using var telegram = await StartAsync();
        var request = new SendRequest(Posts.Article("Nội dung"), Posts.Telegram(), TelegramFixture.Token);
        var rendered = Rendered(Words("một"), Words("hai"));

        var later = Assert.IsType<SendOutcome.Later>(await telegram.Paced.SendAsync(request, rendered, Cancellation));
        var delivered = await telegram.Paced.SendAsync(request with { Progress = later.Progress }, rendered, Cancellation);

        Assert.Equal((TimeSpan.FromSeconds(1), false, $"{Chat}/1"), (later.After, later.WholeLane, later.Progress));
        Assert.Equal(new SendOutcome.Delivered($"{Chat}/1,2"), delivered);
    }

    [Fact]
    public async Task A_first_part_that_fails_leaves_no_progress()
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailNext(TelegramFault.Throttled(2));

        Assert.Null((await SendAsync(telegram, Rendered(Words("một"), Words("hai")))).Progress);
    }

    [Fact]
    public async Task A_try_that_fails_again_keeps_the_progress_of_the_one_before()
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailNext(TelegramFault.Throttled(2));

        Assert.Equal($"{Chat}/7", (await SendAsync(telegram, Rendered(Words("một"), Words("hai")), $"{Chat}/7")).Progress);
        Assert.Empty(telegram.Simulator.Posts);
    }

    [Fact]
    public async Task A_post_all_of_whose_parts_are_there_is_delivered_without_a_call()
    {
        await using var telegram = await StartAsync();

        Assert.Equal(
            new SendOutcome.Delivered($"{Chat}/7,8"), await SendAsync(telegram, Rendered(Words("một"), Words("hai")), $"{Chat}/7,8"));
        Assert.Equal(0, telegram.Simulator.Calls);
    }

    [Fact]
    public async Task A_picture_that_a_later_part_lacks_stops_the_post_before_its_first_part()
    {
        await using var telegram = await StartAsync();
        var lacking = new RenderedPart("hai", [new("khong-co.png", "image/png", "")]);

        Assert.IsType<SendOutcome.Rejected>(await SendAsync(telegram, Rendered(Words("một"), lacking)));
        Assert.Equal(0, telegram.Simulator.Calls);
    }

    private Task<TelegramFixture> StartAsync() => TelegramFixture.StartAsync(storage.Store, Cancellation);

    private async Task<SendOutcome> SendAsync(TelegramFixture telegram, RenderedPost rendered, string? progress = null)
    {
        await UploadAsync(2, 2);
        await UploadAsync(3, 3);
        return await telegram.Channel.SendAsync(
            new(Posts.Article("Nội dung"), Posts.Telegram(), TelegramFixture.Token, progress), rendered, Cancellation);
    }

    private static RenderedPost Rendered(params ImmutableArray<RenderedPart> parts) => new(parts, Shortened: false);

    private static RenderedPart Words(string text) => new(text, []);

    private static RenderedPart Pictures(string text, int count) =>
        new(text, [.. Enumerable.Range(0, count).Select(number => Picture(count == 1 ? 2 : 3, number))]);

    private static PostPicture Picture(int album, int number) => new($"phan-{album}-{number}.png", "image/png", "");

    private async Task UploadAsync(int album, int count)
    {
        for (byte number = 0; number < count; number++)
        {
            await storage.Store.Container(Containers.Media).GetBlobClient(Picture(album, number).Blob)
                .UploadAsync(new BinaryData([(byte)album, number]), overwrite: true, Cancellation);
        }
    }
}
