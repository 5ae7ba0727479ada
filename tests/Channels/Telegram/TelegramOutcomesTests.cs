using System.Globalization;
using Dissemination.Channels;
using Dissemination.Channels.Telegram;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Telegram;
using Dissemination.Tests.Local;

namespace Dissemination.Tests.Channels.Telegram;

public sealed class TelegramOutcomesTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private const long Chat = -1001234567890;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_that_is_answered_yes_is_delivered_under_its_chat_and_message()
    {
        await using var telegram = await StartAsync();

        var outcome = await SendAsync(telegram);

        var post = Assert.Single(telegram.Simulator.Posts);
        Assert.Equal(new SendOutcome.Delivered(string.Create(CultureInfo.InvariantCulture, $"{Chat}/{post.Message}")), outcome);
        Assert.Equal(TelegramFixture.Token, post.Token);
    }

    [Fact]
    public async Task A_channel_may_be_addressed_by_its_name()
    {
        await using var telegram = await StartAsync();

        var outcome = await telegram.Channel.SendAsync(
            new(Posts.Article("Nội dung"), Posts.Telegram("@bunglao"), TelegramFixture.Token), Cancellation);

        Assert.IsType<SendOutcome.Delivered>(outcome);
    }

    [Fact]
    public async Task A_throttled_lane_waits_as_long_as_Telegram_says_and_nothing_is_repeated()
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailNext(TelegramFault.Throttled(7));

        var later = Assert.IsType<SendOutcome.Later>(await SendAsync(telegram));

        Assert.Equal(TimeSpan.FromSeconds(7), later.After);
        Assert.True(later.WholeLane);
        Assert.Equal(1, telegram.Simulator.Calls);
    }

    [Fact]
    public async Task A_chat_that_moved_tells_its_new_address()
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailChat(Chat, TelegramFault.Migrated(-1009876543210));

        Assert.Equal(new SendOutcome.Moved("-1009876543210"), await SendAsync(telegram));
    }

    public static TheoryData<CallFault> ClosedChats =>
        [TelegramFault.Kicked, TelegramFault.Blocked, TelegramFault.NotAMember, TelegramFault.ChatNotFound];

    [Theory]
    [MemberData(nameof(ClosedChats))]
    public async Task A_chat_that_refuses_for_good_is_closed(CallFault fault)
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailChat(Chat, fault);

        Assert.IsType<SendOutcome.Closed>(await SendAsync(telegram));
    }

    public static TheoryData<CallFault> DeadTokens => [TelegramFault.BadToken, TelegramFault.NoSuchBot];

    [Theory]
    [MemberData(nameof(DeadTokens))]
    public async Task A_token_that_Telegram_does_not_know_is_dead(CallFault fault)
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailNext(fault);

        Assert.IsType<SendOutcome.CredentialDead>(await SendAsync(telegram));
    }

    [Fact]
    public async Task A_token_without_the_form_of_one_is_dead_and_no_call_is_made()
    {
        await using var telegram = await StartAsync();

        var outcome = await telegram.Channel.SendAsync(new(Posts.Article("Nội dung"), Posts.Telegram(), "no-token"), Cancellation);

        Assert.IsType<SendOutcome.CredentialDead>(outcome);
        Assert.Equal(0, telegram.Simulator.Calls);
    }

    [Fact]
    public async Task A_post_that_Telegram_does_not_take_is_rejected_and_the_chat_stays_open()
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailNext(new TelegramFault.Answer(400, "Bad Request: can't parse entities"));

        var rejected = Assert.IsType<SendOutcome.Rejected>(await SendAsync(telegram));

        Assert.Contains("can't parse entities", rejected.Reason.Text(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    public static TheoryData<CallFault> Ambiguous =>
    [
        TelegramFault.ServerError,
        new CallFault.Cut(Accept: false),
        new CallFault.Cut(Accept: true),
        new CallFault.Silence(Accept: true),
        new CallFault.Garbage(200, "{\"ok\":tru", Accept: true),
        new CallFault.Garbage(502, "<html>Bad Gateway</html>", Accept: true),
        new CallFault.Garbage(403, "<html>Forbidden</html>", Accept: false),
    ];

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task A_post_without_a_clear_answer_has_an_unknown_outcome_and_is_sent_once(CallFault fault)
    {
        await using var telegram = await StartAsync();
        telegram.Patience = LongWaits.For(fault);
        telegram.Simulator.FailNext(fault);

        Assert.IsType<SendOutcome.Unknown>(await SendAsync(telegram));
        Assert.Equal(1, telegram.Simulator.Calls);
    }

    [Fact]
    public async Task A_second_send_over_a_connection_that_is_cut_is_not_repeated_either()
    {
        await using var telegram = await StartAsync();
        Assert.IsType<SendOutcome.Delivered>(await SendAsync(telegram));
        telegram.Simulator.FailNext(new CallFault.Cut(Accept: true));

        Assert.IsType<SendOutcome.Unknown>(await SendAsync(telegram));
        Assert.Equal(2, telegram.Simulator.Calls);
    }

    [Fact]
    public async Task A_refused_connection_means_that_the_post_never_left()
    {
        await using var telegram = await StartAsync();

        AssertNeverLeft(await SendAsync(telegram.Elsewhere($"http://127.0.0.1:{BuiltProgram.FreePort()}")));
    }

    [Fact]
    public async Task A_name_that_is_not_found_means_that_the_post_never_left()
    {
        await using var telegram = await StartAsync();

        AssertNeverLeft(await SendAsync(telegram.Elsewhere("http://telegram.invalid")));
    }

    [Fact]
    public async Task A_broken_handshake_means_that_the_post_never_left()
    {
        await using var telegram = await StartAsync();

        AssertNeverLeft(
            await SendAsync(telegram.Elsewhere(telegram.Simulator.BaseUrl.Replace("http://", "https://", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_gets_its_cancellation_and_no_outcome()
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailNext(new CallFault.Silence(Accept: true));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => telegram.Channel.SendAsync(new(Posts.Article("Nội dung"), Posts.Telegram(), TelegramFixture.Token), stop.Token));
    }

    [Fact]
    public async Task An_audience_is_counted_and_is_unknown_where_Telegram_does_not_tell()
    {
        await using var telegram = await StartAsync();
        Assert.Equal(128, await telegram.Channel.CountAudienceAsync(Posts.Telegram(), TelegramFixture.Token, Cancellation));

        telegram.Simulator.FailChat(Chat, TelegramFault.Kicked);
        Assert.Null(await telegram.Channel.CountAudienceAsync(Posts.Telegram(), TelegramFixture.Token, Cancellation));
    }

    [Fact]
    public async Task A_chat_cannot_be_read_back()
    {
        await using var telegram = await StartAsync();

        var found = await telegram.Channel.FindAsync(
            new(Posts.Article("Nội dung"), Posts.Telegram(), TelegramFixture.Token), default, Cancellation);

        Assert.IsType<FindOutcome.CannotTell>(found);
    }

    private Task<TelegramFixture> StartAsync() => TelegramFixture.StartAsync(storage.Store, Cancellation);

    private static Task<SendOutcome> SendAsync(TelegramFixture telegram) => SendAsync(telegram.Channel);

    private static Task<SendOutcome> SendAsync(TelegramChannel channel) =>
        channel.SendAsync(new(Posts.Article("Nội dung"), Posts.Telegram(), TelegramFixture.Token), Cancellation);

    private static void AssertNeverLeft(SendOutcome outcome)
    {
        var later = Assert.IsType<SendOutcome.Later>(outcome);
        Assert.Null(later.After);
        Assert.False(later.WholeLane);
    }
}
