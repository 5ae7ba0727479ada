using System.Text;
using System.Text.Json;

using Dissemination.Local.Host;
using Dissemination.Tests.Triggers;
using Dissemination.Triggers.Contract;

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

using Xunit;

namespace Dissemination.Tests.Local;

public sealed class TimerWakerTests : IAsyncDisposable
{
    private const string Hourly = "0 0 * * * *";
    private static readonly DateTimeOffset s_start = new(2026, 11, 20, 0, 30, 0, TimeSpan.Zero);

    private readonly HostBench _bench;
    private readonly FakeTimeProvider _time = new(s_start);

    public TimerWakerTests(AzuriteFixture azurite) => _bench = new(azurite);

    private IEnumerable<TimerInvocation> Invoked => _bench.Bodies.Select(body => Invocations.Read(body).Timer("timer"));

    [Fact]
    public async Task A_timer_fires_at_its_moments_and_says_the_last_and_the_next()
    {
        await RunAsync(Hourly, async () =>
        {
            await PassAsync(TimeSpan.FromMinutes(30), runs: 1);
            await PassAsync(TimeSpan.FromHours(1), runs: 2);
        });

        var second = Invoked.Last();
        Assert.False(second.IsPastDue);
        Assert.Equal(s_start.AddMinutes(30), second.ScheduleStatus?.Last);
        Assert.Equal(s_start.AddMinutes(90), second.ScheduleStatus?.Next);
        var status = (await StatusAsync())!;
        Assert.Equal(s_start.AddMinutes(90), status.Last);
        Assert.Equal(s_start.AddMinutes(150), status.Next);
    }

    [Fact]
    public async Task A_missed_moment_fires_once_with_IsPastDue_however_many_were_missed()
    {
        await RunAsync(Hourly, () => PassAsync(TimeSpan.FromMinutes(30), runs: 1));
        _time.Advance(TimeSpan.FromHours(5) + TimeSpan.FromMinutes(10));

        await RunAsync(Hourly, async () =>
        {
            await Eventually.IsTrueAsync(() => _bench.Bodies.Count == 2, "it fired for what was missed");
            await PassAsync(TimeSpan.FromMinutes(50), runs: 3);
        });

        Assert.Equal([false, true, false], Invoked.Select(timer => timer.IsPastDue));
    }

    [Fact]
    public async Task A_first_moment_that_is_missed_is_known_to_be()
    {
        await RunAsync(Hourly, async () => await Eventually.IsTrueAsync(async () => await StatusAsync() is not null, "the first status was written"));
        _time.Advance(TimeSpan.FromHours(1));

        await RunAsync(Hourly, () => Eventually.IsTrueAsync(() => _bench.Bodies.Count == 1, "it fired"));

        Assert.True(Assert.Single(Invoked).IsPastDue);
    }

    [Fact]
    public async Task A_changed_schedule_is_not_past_due_by_its_old_moments()
    {
        await RunAsync(Hourly, () => PassAsync(TimeSpan.FromMinutes(30), runs: 1));
        _time.Advance(TimeSpan.FromHours(5));

        await RunAsync("0 15 * * * *", () => PassAsync(TimeSpan.FromMinutes(15), runs: 2));

        Assert.False(Invoked.Last().IsPastDue);
    }

    [Fact]
    public async Task A_timer_of_more_than_once_a_minute_has_no_status_and_misses_nothing()
    {
        await RunAsync("*/2 * * * * *", () => PassAsync(TimeSpan.FromSeconds(2), runs: 1));
        _time.Advance(TimeSpan.FromHours(1));
        await RunAsync("*/2 * * * * *", () => PassAsync(TimeSpan.FromSeconds(2), runs: 2));

        Assert.All(Invoked, timer => Assert.Equal(new TimerInvocation(IsPastDue: false, ScheduleStatus: null), timer));
        Assert.Null(await StatusAsync());
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_its_schedule_does_not_overlap_with_the_next()
    {
        TaskCompletionSource first = new();
        var well = _bench.Answer;
        var (running, most) = (0, 0);
        _bench.Answer = async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await first.Task;
            Interlocked.Decrement(ref running);
            await well(context);
        };

        await RunAsync("* * * * * *", async () =>
        {
            await PassAsync(TimeSpan.FromSeconds(1), runs: 1);
            _time.Advance(TimeSpan.FromSeconds(10));
            first.SetResult();
            await PassAsync(TimeSpan.FromSeconds(1), runs: 3);
        });

        Assert.Equal(1, most);
    }

    [Theory]
    [InlineData("0 * * * * *", false)]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("0,10 0 * * * *", true)]
    [InlineData("0 */10 * * * *", false)]
    public void A_schedule_is_frequent_when_two_moments_lie_less_than_a_minute_apart(string schedule, bool frequent)
    {
        Assert.Equal(frequent, TimerSchedule.TryParse(schedule)!.IsFrequent(s_start));
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private async Task RunAsync(string schedule, Func<Task> meanwhile)
    {
        TimerTrigger trigger = new("timer", TimerSchedule.TryParse(schedule)!);
        FunctionDefinition function = new("Test", trigger);
        await _bench.Storage.CreateAsync([function], TestContext.Current.CancellationToken);
        TimerWaker waker = new(function, trigger, _bench.Storage, await _bench.StartHandlerAsync(_time), _time, NullLogger<TimerWaker>.Instance);
        using CancellationTokenSource stop = new();
        var running = waker.RunAsync(stop.Token, default);
        await meanwhile();
        await stop.CancelAsync();
        await running;
    }

    /// <summary>Lets time pass bit by bit, for the waker takes its next turn in real time.</summary>
    private async Task PassAsync(TimeSpan time, int runs)
    {
        var end = _time.GetUtcNow() + time;
        var looks = 0;
        await Eventually.IsTrueAsync(
            () =>
            {
                // Further only when nothing moves: the waker read the clock just before, and began to wait just after, a step.
                if (_time.GetUtcNow() < end || ++looks % 40 == 0)
                {
                    _time.Advance(time / 10);
                }

                return _bench.Bodies.Count >= runs;
            },
            $"the timer fired {runs} times");
    }

    private async Task<TimerStatus?> StatusAsync()
    {
        var blob = _bench.Storage.Notes.GetBlobClient($"timers/{_bench.Unique}/Host.Functions.Test/status");
        return await blob.ExistsAsync()
            ? JsonSerializer.Deserialize(Encoding.UTF8.GetString((await blob.DownloadContentAsync()).Value.Content), InvocationJson.Default.TimerStatus)
            : null;
    }
}
