using Dissemination.Simulators.Telegram;

namespace Dissemination.Tests.SimulatorTests;

public sealed class TelegramLimitingTests
{
    [Fact]
    public async Task Without_limits_nothing_is_throttled()
    {
        await using var telegram = await TelegramServer.StartAsync();

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(200, (await telegram.TextAsync(-1, "tin")).Status);
        }

        Assert.Equal((100, 0, 100), (telegram.Simulator.Calls, telegram.Simulator.Throttled, telegram.Simulator.Posted.Count));
    }

    [Fact]
    public async Task A_bot_that_asks_more_than_its_second_allows_is_told_to_wait_and_nothing_is_posted()
    {
        await using var telegram = await StartAsync(new(PerBotSecond: 3, PerChatMinute: 0, TimeSpan.Zero));
        for (var chat = 1; chat <= 3; chat++)
        {
            Assert.Equal(200, (await telegram.TextAsync(-chat, "tin")).Status);
        }

        var refused = await telegram.TextAsync(-4, "tin");

        Assert.Equal((429, 1), (refused.Status, refused.RetryAfter));
        Assert.Equal("Too Many Requests: retry after 1", refused.Description);
        Assert.Equal((3, 1), (telegram.Simulator.Posted.Count, telegram.Simulator.Throttled));
        Assert.Equal(200, (await telegram.TextAsync(-4, "tin", "654321:other")).Status);
    }

    [Fact]
    public async Task A_window_slides_with_each_call_and_does_not_begin_anew_with_the_second()
    {
        await using var telegram = await StartAsync(new(PerBotSecond: 2, PerChatMinute: 0, TimeSpan.Zero));
        await telegram.TextAsync(-1, "một");
        telegram.Time.Advance(TimeSpan.FromMilliseconds(900));
        await telegram.TextAsync(-2, "hai");
        telegram.Time.Advance(TimeSpan.FromMilliseconds(100));

        // The first has left the window, the second has not.
        Assert.Equal(200, (await telegram.TextAsync(-3, "ba")).Status);
        Assert.Equal(429, (await telegram.TextAsync(-4, "bốn")).Status);
        telegram.Time.Advance(TimeSpan.FromMilliseconds(900));
        Assert.Equal(200, (await telegram.TextAsync(-4, "bốn")).Status);
    }

    [Fact]
    public async Task A_chat_takes_one_message_an_interval_and_the_others_go_on()
    {
        await using var telegram = await StartAsync(new());
        await telegram.TextAsync(-1, "một");

        Assert.Equal((429, 1), (await telegram.TextAsync(-1, "hai")) is var refused ? (refused.Status, refused.RetryAfter) : default);
        Assert.Equal(200, (await telegram.TextAsync(-2, "một")).Status);
        telegram.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await telegram.TextAsync(-1, "hai")).Status);
    }

    [Fact]
    public async Task A_chat_takes_so_many_a_minute_and_the_wait_is_told_in_whole_seconds()
    {
        await using var telegram = await StartAsync(new(PerChatMinute: 20));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(200, (await telegram.TextAsync(-1, "tin")).Status);
            telegram.Time.Advance(TimeSpan.FromMilliseconds(1_500));
        }

        Assert.Equal(30, (await telegram.TextAsync(-1, "tin")).RetryAfter);
        telegram.Time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal(30, (await telegram.TextAsync(-1, "tin")).RetryAfter);
        telegram.Time.Advance(TimeSpan.FromMilliseconds(29_500));
        Assert.Equal(200, (await telegram.TextAsync(-1, "tin")).Status);
    }

    [Fact]
    public async Task Edits_count_and_questions_do_not()
    {
        await using var telegram = await StartAsync(new());
        var message = (await telegram.TextAsync(-1, "một")).Message;

        Assert.Equal(
            429,
            (await telegram.CallAsync("editMessageText", new() { ["chat_id"] = -1, ["message_id"] = message, ["text"] = "hai" })).Status);
        Assert.Equal(200, (await telegram.CallAsync("getChat", new() { ["chat_id"] = -1 })).Status);
    }

    [Fact]
    public async Task A_call_before_the_named_time_was_asked_too_soon_unless_it_was_under_way()
    {
        await using var telegram = await TelegramServer.StartAsync();
        telegram.Simulator.FailNext(TelegramFault.Throttled(3));
        await telegram.TextAsync(-1, "một");

        telegram.Time.Advance(TimeSpan.FromMilliseconds(499));
        await telegram.TextAsync(-1, "đang đi");
        Assert.Equal(0, telegram.Simulator.AskedTooSoon);

        telegram.Time.Advance(TimeSpan.FromMilliseconds(1));
        await telegram.TextAsync(-2, "quá sớm");
        Assert.Equal(1, telegram.Simulator.AskedTooSoon);
        await telegram.TextAsync(-2, "bot khác", "654321:other");
        Assert.Equal(1, telegram.Simulator.AskedTooSoon);

        telegram.Time.Advance(TimeSpan.FromMilliseconds(2_499));
        await telegram.TextAsync(-1, "vẫn sớm");
        Assert.Equal(2, telegram.Simulator.AskedTooSoon);

        telegram.Time.Advance(TimeSpan.FromMilliseconds(1));
        await telegram.TextAsync(-1, "đúng hẹn");
        Assert.Equal(2, telegram.Simulator.AskedTooSoon);
    }

    [Fact]
    public async Task A_later_answer_with_a_shorter_time_does_not_shorten_an_earlier_one()
    {
        await using var telegram = await TelegramServer.StartAsync();
        telegram.Simulator.FailNext(TelegramFault.Throttled(10));
        telegram.Simulator.FailNext(TelegramFault.Throttled(1));
        await telegram.TextAsync(-1, "một");
        await telegram.TextAsync(-1, "hai");

        telegram.Time.Advance(TimeSpan.FromSeconds(5));
        await telegram.TextAsync(-1, "ba");

        Assert.Equal(1, telegram.Simulator.AskedTooSoon);
    }

    [Fact]
    public async Task Calls_at_once_never_get_more_than_the_limit()
    {
        await using var telegram = await StartAsync(new(PerBotSecond: 30, PerChatMinute: 0, TimeSpan.Zero));

        var replies = await Task.WhenAll(Enumerable.Range(1, 200).Select(chat => telegram.TextAsync(-chat, "tin")));

        Assert.Equal(30, replies.Count(reply => reply.Status == 200));
        Assert.Equal((200, 170, 30), (telegram.Simulator.Calls, telegram.Simulator.Throttled, telegram.Simulator.Posted.Count));
        Assert.Equal(30, telegram.Simulator.Posted.Select(post => post.Reference).Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task<TelegramServer> StartAsync(TelegramLimits limits)
    {
        var telegram = await TelegramServer.StartAsync();
        telegram.Simulator.Limits = limits;
        return telegram;
    }
}
