using System.Text.Json;
using Dissemination.Channels;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>
/// A lane that sends whatever its pace allows, over a channel that answers at any later time and counts a post at any time until then.
/// </summary>
internal sealed class PacedTraffic
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly DestinationId[] Destinations =
        [.. Enumerable.Range(0, 5).Select(number => new DestinationId(new("bung-lao"), $"kenh-{number}"))];

    private readonly int[] _rolls;
    private readonly List<CountedPost> _posts = [];
    private int _rolled;
    private int _turn;

    public PacedTraffic(int[] rolls)
    {
        _rolls = rolls;
        var interval = TimeSpan.FromMilliseconds(Roll(3) == 0 ? Roll(4_000) : 0);
        Limits = new(Roll(6), Roll(5), interval);
    }

    public ChannelLimits Limits { get; }

    public Pace Pace { get; private set; } = Pace.Fresh;

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<CountedPost> Posts => _posts;

    /// <summary>Parts of one delivery: never more than a limit takes at all.</summary>
    private int MostParts => Limits.DestinationInterval > TimeSpan.Zero ? 1
        : Math.Min(Limits.PerSecond is 0 ? 3 : Limits.PerSecond, Limits.PerDestinationMinute is 0 ? 3 : Limits.PerDestinationMinute);

    /// <summary>Lets time pass, and sends where the pace allows; else waits as long as it says.</summary>
    public void Step()
    {
        Now += Roll(6) switch
        {
            0 => TimeSpan.Zero,
            1 => TimeSpan.FromTicks(1),
            2 => TimeSpan.FromMilliseconds(Roll(300)),
            3 => TimeSpan.FromMilliseconds(Roll(1_100)),
            4 => Second,
            _ => TimeSpan.FromSeconds(Roll(70)),
        };
        var parts = 1 + Roll(MostParts);
        var free = Destinations.Where(_ => Roll(4) > 0).Where(destination => Pace.FreeAt(destination, parts, Now, Limits) <= Now).ToList();
        var room = Pace.RoomAt(Now, Limits) / parts;
        if (Math.Min(free.Count, room) == 0)
        {
            Now = free.Count == 0
                ? Pace.FreeAt(Destinations[Roll(5)], parts, Now, Limits)
                : Pace.LaneFreeAt(parts * free.Count, Now, Limits);
            return;
        }

        var sentAt = Now;
        Now += TimeSpan.FromMilliseconds(Roll(3) == 0 ? 0 : Roll(1_800));
        var chunk = free.Take(room).ToList();
        _turn++;
        foreach (var destination in chunk)
        {
            for (var part = 0; part < parts; part++)
            {
                _posts.Add(new(destination, _turn, sentAt + ((Now - sentAt) * (Roll(5) / 4.0)), Now));
            }
        }

        Pace = Pace.After(chunk.Select(destination => (destination, parts)), Now, Limits);
        if (Roll(3) == 0)
        {
            Pace = Remembered(Pace.At(Now));
        }
    }

    /// <summary>A pace as the next holder of the lane finds it.</summary>
    public static Pace Remembered(Pace pace)
    {
        var json = ReadableJson.Write(LaneState.Of(pace), SendingJson.Default.LaneState);
        return JsonSerializer.Deserialize(json.Span, SendingJson.Default.LaneState)!.ToPace();
    }

    public int Roll(int below)
    {
        var roll = _rolls.Length == 0 ? 0 : _rolls[_rolled % _rolls.Length];
        _rolled++;
        return (int)((uint)HashCode(roll, _rolled) % (uint)below);
    }

    public DestinationId RollDestination() => Destinations[Roll(Destinations.Length)];

    /// <summary>Whether the lane may send so many more at a time, by what was answered until then.</summary>
    public bool LaneMaySend(int posts, DateTimeOffset at) =>
        Limits.PerSecond == 0
            || _posts.Count(post => post.AnsweredAt + Second > at) + Math.Min(posts, Limits.PerSecond) <= Limits.PerSecond;

    /// <summary>Whether a destination may get so many more at a time, by what was answered until then.</summary>
    public bool MaySendTo(DestinationId destination, int posts, DateTimeOffset at)
    {
        var there = _posts.Where(post => post.Destination == destination).ToList();
        return there.TrueForAll(post => post.AnsweredAt + Limits.DestinationInterval <= at)
            && (Limits.PerDestinationMinute == 0
            || there.Count(
                post => post.AnsweredAt + Minute > at) + Math.Min(posts, Limits.PerDestinationMinute) <= Limits.PerDestinationMinute);
    }

    // The same rolls make the same traffic in every process.
    private static int HashCode(int roll, int number)
    {
        var bits = unchecked(((ulong)(uint)roll << 32) + (uint)number + 1) * 0x9E3779B97F4A7C15UL;
        bits = (bits ^ (bits >> 29)) * 0xBF58476D1CE4E5B9UL;
        return (int)(bits >> 33);
    }
}
