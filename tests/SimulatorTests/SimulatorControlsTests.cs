using System.Net;
using System.Text;
using System.Text.Json;
using Dissemination.Simulators;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Telegram;

namespace Dissemination.Tests.SimulatorTests;

/// <summary>How a simulator in a process of its own is asked and told.</summary>
public sealed class SimulatorControlsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_of_faults_is_set_in_JSON()
    {
        await using var telegram = await TelegramServer.StartAsync();

        var status = await PutAsync(telegram, SimulatorControl.Faults, """
            {"seed":7,"shares":{"Throttled":0.2,"CutAfterAccept":0.02},"retryAfter":5,"slowness":"00:00:03","deadCredentials":["1:a"],"diesAfter":{"2:b":3}}
            """);

        Assert.Equal(HttpStatusCode.NoContent, status);
        var plan = telegram.Simulator.Faults;
        Assert.Equal((7, 5, TimeSpan.FromSeconds(3)), (plan.Seed, plan.RetryAfter, plan.Slowness));
        Assert.Equal((0.2, 0.02), (plan.Shares[Fault.Throttled], plan.Shares[Fault.CutAfterAccept]));
        Assert.Equal(["1:a"], plan.DeadCredentials);
        Assert.Equal(3, plan.DiesAfter["2:b"]);
    }

    [Fact]
    public async Task What_a_plan_does_not_name_stays_as_it_is_by_default()
    {
        await using var telegram = await TelegramServer.StartAsync();

        await PutAsync(telegram, SimulatorControl.Faults, """{"seed":7}""");

        var plan = telegram.Simulator.Faults;
        Assert.Equal((7, FaultPlan.None.RetryAfter, FaultPlan.None.Slowness), (plan.Seed, plan.RetryAfter, plan.Slowness));
        Assert.Empty(plan.Shares);
        Assert.Empty(plan.DeadCredentials);
        Assert.Empty(plan.DiesAfter);
    }

    [Fact]
    public async Task A_plan_that_was_set_is_followed_and_null_ends_it()
    {
        await using var telegram = await TelegramServer.StartAsync();

        await PutAsync(telegram, SimulatorControl.Faults, """{"shares":{"Throttled":1},"retryAfter":2}""");
        Assert.Equal(429, (await telegram.TextAsync(-1, "tin")).Status);
        await PutAsync(telegram, SimulatorControl.Faults, "null");
        Assert.Equal(200, (await telegram.TextAsync(-1, "tin")).Status);
    }

    [Theory]
    [InlineData("""{"shares":{"Unheard":0.2}}""")]
    [InlineData("""{"share":{"Throttled":0.2}}""")]
    [InlineData("""{"shares":{"Throttled":0.8,"Slow":0.3}}""")]
    [InlineData("""{"shares":{"Throttled":-1}}""")]
    [InlineData("""{"deadCredentials":null}""")]
    [InlineData("""{"seed":""")]
    public async Task A_plan_that_makes_no_sense_is_refused_and_the_old_one_stays(string json)
    {
        await using var telegram = await TelegramServer.StartAsync();
        var before = telegram.Simulator.Faults;

        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(telegram, SimulatorControl.Faults, json));
        Assert.Same(before, telegram.Simulator.Faults);
    }

    [Fact]
    public async Task What_was_posted_and_how_often_it_was_called_is_told_in_JSON()
    {
        await using var telegram = await TelegramServer.StartAsync();
        await telegram.TextAsync(-1, "tin một");
        telegram.Simulator.FailNext(TelegramFault.Throttled(9));
        await telegram.TextAsync(-1, "tin hai");
        telegram.Time.Advance(TimeSpan.FromSeconds(1));
        await telegram.CallAsync("getMe", []);

        using var posts = JsonDocument.Parse(
            await telegram.Http.GetStringAsync(new Uri(SimulatorControl.Posts, UriKind.Relative), Cancellation));
        using var counts = JsonDocument.Parse(
            await telegram.Http.GetStringAsync(new Uri(SimulatorControl.Counts, UriKind.Relative), Cancellation));

        var post = Assert.Single(posts.RootElement.EnumerateArray());
        Assert.Equal(
            (TelegramServer.Bot, "-1", "1", "tin một", 0),
            (Text(post, "credential"), Text(
                post, "destination"), Text(post, "reference"), Text(post, "text"), post.GetProperty("pictures").GetInt32()));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero), post.GetProperty("at").GetDateTimeOffset());
        Assert.Equal(
            [("askedTooSoon", 1), ("calls", 3), ("posted", 1), ("throttled", 1)],
            counts.RootElement.EnumerateObject().Select(count => (count.Name, count.Value.GetInt32()))
                .OrderBy(count => count.Name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Limits_are_set_in_JSON_and_null_ends_them()
    {
        await using var telegram = await TelegramServer.StartAsync();

        Assert.Equal(HttpStatusCode.NoContent, await PutAsync(telegram, TelegramSimulator.LimitsAddress, """{"perBotSecond":7}"""));
        Assert.Equal(new TelegramLimits(PerBotSecond: 7), telegram.Simulator.Limits);
        await PutAsync(telegram, TelegramSimulator.LimitsAddress, "null");
        Assert.Null(telegram.Simulator.Limits);
    }

    private static string Text(JsonElement post, string name) => post.GetProperty(name).GetString()!;

    private static async Task<HttpStatusCode> PutAsync(TelegramServer telegram, string address, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await telegram.Http.PutAsync(new Uri(address, UriKind.Relative), body, Cancellation);
        return answer.StatusCode;
    }
}
