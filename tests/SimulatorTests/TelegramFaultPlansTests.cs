using System.Collections.Immutable;
using System.Text.Json;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Telegram;

namespace Dissemination.Tests.SimulatorTests;

public sealed class TelegramFaultPlansTests
{
    [Theory]
    [InlineData(Fault.None, 200, 1)]
    [InlineData(Fault.Throttled, 429, 0)]
    [InlineData(Fault.ServerError, 500, 0)]
    [InlineData(Fault.ServerErrorAfterAccept, 500, 1)]
    public async Task A_planned_fault_answers_in_Telegrams_form_and_posts_or_not(Fault fault, int status, int posted)
    {
        await using var telegram = await StartAsync(fault);

        Assert.Equal(status, (await telegram.TextAsync(-1, "tin")).Status);
        Assert.Equal(posted, telegram.Simulator.Posted.Count);
    }

    [Theory]
    [InlineData(Fault.CutBeforeAccept, 0)]
    [InlineData(Fault.CutAfterAccept, 1)]
    public async Task A_planned_cut_leaves_no_answer_and_posts_or_not(Fault fault, int posted)
    {
        await using var telegram = await StartAsync(fault);

        await Assert.ThrowsAsync<HttpRequestException>(() => telegram.TextAsync(-1, "tin"));
        Assert.Equal(posted, telegram.Simulator.Posted.Count);
    }

    [Fact]
    public async Task A_malformed_answer_comes_after_posting()
    {
        await using var telegram = await StartAsync(Fault.Malformed);

        await Assert.ThrowsAnyAsync<JsonException>(() => telegram.TextAsync(-1, "tin"));
        Assert.Single(telegram.Simulator.Posted);
    }

    [Fact]
    public async Task A_slow_answer_comes_after_its_time_and_what_it_tells_was_posted_before()
    {
        await using var telegram = await StartAsync(Fault.Slow);

        var reply = telegram.TextAsync(-1, "tin");
        while (telegram.Simulator.Posted.Count == 0)
        {
            await Task.Yield();
        }

        Assert.False(reply.IsCompleted);
        while (!reply.IsCompleted)
        {
            telegram.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        Assert.Equal(200, (await reply).Status);
    }

    [Fact]
    public async Task A_throttled_answer_names_the_plans_time()
    {
        await using var telegram = await StartAsync(Fault.Throttled, retryAfter: 9);

        Assert.Equal(9, (await telegram.TextAsync(-1, "tin")).RetryAfter);
        Assert.Equal(1, telegram.Simulator.Throttled);
    }

    [Fact]
    public async Task The_same_seed_fails_the_same_calls_and_questions_do_not_move_it()
    {
        var plan = new FaultPlan
        {
            Seed = 7,
            Shares = ImmutableDictionary<Fault, double>.Empty.Add(Fault.ServerError, 0.3).Add(Fault.Throttled, 0.1),
        };
        await using var first = await TelegramServer.StartAsync();
        await using var second = await TelegramServer.StartAsync();
        (first.Simulator.Faults, second.Simulator.Faults) = (plan, plan);

        var (statuses, again) = (new List<int>(), new List<int>());
        for (var i = 0; i < 60; i++)
        {
            statuses.Add((await first.TextAsync(-1, "tin")).Status);
            Assert.Equal(200, (await second.CallAsync("getMe", [])).Status);
            again.Add((await second.TextAsync(-1, "tin")).Status);
        }

        Assert.Equal(statuses, again);
        Assert.Equal([200, 429, 500], statuses.Distinct().Order());
    }

    [Fact]
    public async Task What_was_asked_for_by_name_wins_over_the_plan()
    {
        await using var telegram = await StartAsync(Fault.ServerError);
        telegram.Simulator.FailNext(TelegramFault.Kicked);
        telegram.Simulator.FailChat(-2, TelegramFault.ChatNotFound);

        Assert.Equal(403, (await telegram.TextAsync(-1, "tin")).Status);
        Assert.Equal(400, (await telegram.TextAsync(-2, "tin")).Status);
        Assert.Equal(500, (await telegram.TextAsync(-1, "tin")).Status);
    }

    [Fact]
    public async Task A_dead_token_is_refused_whatever_it_asks_and_the_others_live()
    {
        await using var telegram = await TelegramServer.StartAsync();
        telegram.Simulator.Faults = new() { DeadCredentials = [TelegramServer.Bot] };

        Assert.Equal(401, (await telegram.TextAsync(-1, "tin")).Status);
        Assert.Equal(401, (await telegram.CallAsync("getMe", [])).Status);
        Assert.Equal(200, (await telegram.TextAsync(-1, "tin", "654321:other")).Status);
    }

    [Fact]
    public async Task A_token_dies_half_way_and_stays_dead()
    {
        await using var telegram = await TelegramServer.StartAsync();
        telegram.Simulator.Faults = new() { DiesAfter = ImmutableDictionary<string, int>.Empty.Add(TelegramServer.Bot, 2) };

        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            statuses.Add((await telegram.TextAsync(-1, "tin")).Status);
        }

        Assert.Equal([200, 200, 401, 401], statuses);
        Assert.Equal(2, telegram.Simulator.Posted.Count);
    }

    private static async Task<TelegramServer> StartAsync(Fault fault, int retryAfter = 2)
    {
        var telegram = await TelegramServer.StartAsync();
        telegram.Simulator.Faults = new() { Shares = ImmutableDictionary<Fault, double>.Empty.Add(fault, 1), RetryAfter = retryAfter };
        return telegram;
    }
}
