using System.Globalization;
using Dissemination.Simulators.Telegram;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Runs;

/// <summary>Telegram with its real limits: as fast as they let, and hardly ever told to wait.</summary>
[Collection(WholeMachine.Name)]
public sealed class QuotaTests
{
    public QuotaTests(AzuriteFixture azurite) => _ = azurite; // It has installed Azurite, if need be.

    [Fact]
    public async Task With_the_real_limits_of_Telegram_posts_take_hardly_longer_than_the_limits_and_hardly_any_is_told_to_wait()
    {
        var limits = new TelegramLimits();
        // In the full run each group gets more than it may in a minute.
        var plan = RunSize.IsFull
            ? new WorldPlan { Bots = 3, ChatsPerBot = 40, Items = 25 }
            : new WorldPlan { Bots = 3, ChatsPerBot = 100, Items = 3 };
        await using var world = await World.StartAsync(plan);
        world.Telegram.Limits = limits;
        await world.HandInAsync();

        await world.RunAsync();
        await world.UntilEndedAsync();

        var posted = world.Telegram.Posted;
        Assert.Equal(plan.Deliveries, posted.Count);
        Assert.Empty(Truth.Disagreements(await world.DeliveriesAsync(), posted));
        var (took, floor) = (posted.Max(post => post.At) - posted.Min(post => post.At), Floor(plan, limits));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Deliveries} deliveries over {plan.Bots} bots in {took.TotalSeconds:F1} s; floor {floor.TotalSeconds:F1} s, ratio {took / floor:F3}; {world.Telegram.Throttled} of {world.Telegram.Calls} told to wait"));
        TestContext.Current.TestOutputHelper?.WriteLine("posts in each second: " + string.Join(' ', BySecond([.. posted.Select(post => post.At)])));
        Assert.InRange(world.Telegram.Throttled, 0, world.Telegram.Calls / 1000);
        if (RunSize.IsFull)
        {
            // A short run is mostly beginning and end, and a figure of time is for a machine that does nothing else.
            Assert.InRange(took / floor, 0, 1.1);
        }
    }

    private static IEnumerable<int> BySecond(List<DateTimeOffset> at) =>
        from second in Enumerable.Range(0, (int)(at.Max() - at.Min()).TotalSeconds + 1)
        select at.Count(post => (int)(post - at.Min()).TotalSeconds == second);

    /// <summary>
    /// The shortest time that the limits let: a bot that posts round after round to all its chats, each as soon as all windows have room.
    /// </summary>
    private static TimeSpan Floor(WorldPlan plan, TelegramLimits limits)
    {
        List<TimeSpan> bot = [];
        var chats = Enumerable.Range(0, plan.ChatsPerBot).Select(_ => new List<TimeSpan>()).ToList();
        for (var post = 0; post < plan.ChatsPerBot * plan.Items; post++)
        {
            var chat = chats[post % plan.ChatsPerBot];
            TimeSpan[] free =
            [
                TimeSpan.Zero,
                bot.Count < limits.PerBotSecond ? TimeSpan.Zero : bot[^limits.PerBotSecond] + TimeSpan.FromSeconds(1),
                chat.Count < limits.PerChatMinute ? TimeSpan.Zero : chat[^limits.PerChatMinute] + TimeSpan.FromMinutes(1),
                chat.Count == 0 ? TimeSpan.Zero : chat[^1] + limits.ChatInterval,
            ];
            bot.Add(free.Max());
            chat.Add(free.Max());
        }

        return bot[^1];
    }
}
