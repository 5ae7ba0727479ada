using System.Globalization;
using Dissemination.Problems;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Telegram;

namespace Dissemination.Tests.Channels.Telegram;

/// <summary>What is wrong with a chat or its bot, told before anything is posted.</summary>
public sealed class TelegramCheckTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private const long Chat = -1001234567890;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<TelegramChat> GoodChats =>
    [
        new TelegramChat("channel"),
        new TelegramChat("supergroup"),
        new TelegramChat("supergroup", TelegramMembership.Member),
        new TelegramChat("group", TelegramMembership.Administrator, MembersMayWrite: false),
    ];

    [Theory]
    [MemberData(nameof(GoodChats))]
    public async Task A_chat_where_the_bot_may_post_has_no_problem_and_nothing_is_posted(TelegramChat chat)
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.SetChat(Chat, chat);

        Assert.Empty(await CheckAsync(telegram));
        Assert.Empty(telegram.Simulator.Posted);
    }

    public static TheoryData<TelegramChat, string> BadChats => new()
    {
        { new("channel", TelegramMembership.Member), nameof(ProblemTexts.BotMayNotPost) },
        { new("channel", TelegramMembership.AdministratorWhoMayNotPost), nameof(ProblemTexts.BotMayNotPost) },
        { new("supergroup", TelegramMembership.Member, MembersMayWrite: false), nameof(ProblemTexts.BotMayNotPost) },
        { new("supergroup", TelegramMembership.Muted), nameof(ProblemTexts.BotMayNotPost) },
        { new("supergroup", TelegramMembership.MutedForPhotos), nameof(ProblemTexts.BotMayNotPostPictures) },
        { new("channel", TelegramMembership.Left), nameof(ProblemTexts.BotNotThere) },
        { new("supergroup", TelegramMembership.Kicked), nameof(ProblemTexts.DestinationClosed) },
    };

    [Theory]
    [MemberData(nameof(BadChats))]
    public async Task A_bot_that_may_not_post_is_told_in_both_languages(TelegramChat chat, string code)
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.SetChat(Chat, chat);

        await AssertProblemAsync(telegram, code);
    }

    public static TheoryData<CallFault, string> Failures => new()
    {
        { TelegramFault.BadToken, nameof(ProblemTexts.CredentialRefused) },
        { TelegramFault.NoSuchBot, nameof(ProblemTexts.CredentialRefused) },
        { TelegramFault.Throttled(4), nameof(ProblemTexts.ChannelNotChecked) },
        { TelegramFault.ServerError, nameof(ProblemTexts.ChannelNotChecked) },
        { new CallFault.Cut(Accept: false), nameof(ProblemTexts.ChannelNotChecked) },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_question_that_fails_tells_why(CallFault fault, string code)
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailNext(fault);

        await AssertProblemAsync(telegram, code);
        Assert.Equal(1, telegram.Simulator.Calls);
    }

    public static TheoryData<CallFault, string> ChatFailures => new()
    {
        { TelegramFault.ChatNotFound, nameof(ProblemTexts.DestinationClosed) },
        { TelegramFault.Migrated(-1009876543210), nameof(ProblemTexts.DestinationMoved) },
    };

    [Theory]
    [MemberData(nameof(ChatFailures))]
    public async Task A_chat_that_is_not_there_any_more_tells_so(CallFault fault, string code)
    {
        await using var telegram = await StartAsync();
        telegram.Simulator.FailChat(Chat, fault);

        await AssertProblemAsync(telegram, code);
    }

    [Fact]
    public async Task What_can_be_told_without_a_call_is_told_without_one()
    {
        await using var telegram = await StartAsync();

        Assert.Equal(
            nameof(ProblemTexts.CredentialNotConfigured),
            Assert.Single(await telegram.Channel.CheckAsync(Posts.Telegram(), null, Cancellation)).Code);
        Assert.Equal(
            nameof(ProblemTexts.CredentialRefused),
            Assert.Single(await telegram.Channel.CheckAsync(Posts.Telegram(), "no-token", Cancellation)).Code);
        Assert.Equal(
            nameof(ProblemTexts.DestinationClosed),
            Assert.Single(await telegram.Channel.CheckAsync(Posts.Telegram("Búng Lao"), TelegramFixture.Token, Cancellation)).Code);
        Assert.Equal(0, telegram.Simulator.Calls);
    }

    private Task<TelegramFixture> StartAsync() => TelegramFixture.StartAsync(storage.Store, Cancellation);

    private static Task<IReadOnlyList<Problem>> CheckAsync(TelegramFixture telegram) =>
        telegram.Channel.CheckAsync(Posts.Telegram(), TelegramFixture.Token, Cancellation);

    private static async Task AssertProblemAsync(TelegramFixture telegram, string code)
    {
        var problem = Assert.Single(await CheckAsync(telegram));
        Assert.Equal(code, problem.Code);
        var (vietnamese, english) = (problem.Text(CultureInfo.GetCultureInfo("vi")), problem.Text(CultureInfo.GetCultureInfo("en")));
        Assert.NotEqual(code, vietnamese);
        Assert.NotEqual(vietnamese, english);
    }
}
