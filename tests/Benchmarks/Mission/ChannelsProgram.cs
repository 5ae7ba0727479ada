using System.Globalization;
using System.Text.Json;
using Dissemination.Simulators;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Telegram;
using Dissemination.Simulators.Zalo;

namespace Dissemination.Benchmarks.Mission;

/// <summary>
/// The simulated channels as a process of their own, which answer at once. It is asked by a line and answers with one: <c>until 100</c>
/// once so many posts are there, or none came for a while; <c>since</c> with an instant at once.
/// </summary>
internal static class ChannelsProgram
{
    /// <summary>So long nothing comes before the next.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan LookEach = TimeSpan.FromMilliseconds(10);

    public static async Task<int> RunAsync()
    {
        await using var telegram = await TelegramSimulator.StartAsync();
        await using var facebook = await FacebookSimulator.StartAsync();
        await using var zalo = await ZaloSimulator.StartAsync();
        ISimulator[] channels = [telegram, facebook, zalo];
        await Console.Out.WriteLineAsync(string.Join(' ', channels.Select(channel => channel.BaseUrl)));
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var since = DateTimeOffset.MinValue;
            switch (line.Split(' '))
            {
                case ["until", var posts]:
                    await UntilAsync(channels, int.Parse(posts, CultureInfo.InvariantCulture));
                    break;
                case ["since", var instant]:
                    since = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
                    break;
            }

            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(PostsThere.Of(channels.SelectMany(channel => channel.Posted), since)));
        }

        return 0;
    }

    private static async Task UntilAsync(ISimulator[] channels, int posts)
    {
        using PeriodicTimer look = new(LookEach, TimeProvider.System);
        var (calls, moved) = (-1, TimeProvider.System.GetTimestamp());
        while (await look.WaitForNextTickAsync())
        {
            // Some calls post nothing, so the posts themselves, which take longer to look at, are looked at where calls came.
            if (channels.Sum(channel => channel.Calls) is var made && made != calls)
            {
                (calls, moved) = (made, TimeProvider.System.GetTimestamp());
                if (made >= posts && channels.Sum(channel => channel.Posted.Count) >= posts)
                {
                    return;
                }
            }
            else if (TimeProvider.System.GetElapsedTime(moved) > Stuck)
            {
                return;
            }
        }
    }
}
