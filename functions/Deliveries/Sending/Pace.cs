using System.Collections.Immutable;
using Dissemination.Channels;
using Dissemination.Directory;

namespace Dissemination.Deliveries.Sending;

/// <summary>
/// When a lane sent what, as far as a limit still asks for it: a pure value. A post counts from its answer on, for the channel may have
/// counted it at any time before; so a channel that counts in windows never sees more than its limit.
/// </summary>
/// <param name="Sent">The posts of the last second, oldest first.</param>
/// <param name="Destinations">The posts of the last minute to each destination, oldest first.</param>
internal sealed record Pace(
    ImmutableList<DateTimeOffset> Sent, ImmutableDictionary<DestinationId, ImmutableList<DateTimeOffset>> Destinations)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static Pace Fresh { get; } = new([], []);

    /// <summary>Whether nothing is known that a limit could ask for.</summary>
    public bool IsFresh => Sent.IsEmpty && Destinations.IsEmpty;

    /// <summary>How many posts the lane may send now.</summary>
    public int RoomAt(DateTimeOffset now, ChannelLimits limits) =>
        limits.PerSecond == 0 ? int.MaxValue : Math.Max(0, limits.PerSecond - Sent.Count(at => at + Second > now));

    /// <summary>When the lane may send so many posts at once; as many as it may at all, where that is fewer.</summary>
    /// <param name="ahead">The posts that it sends before.</param>
    public DateTimeOffset LaneFreeAt(int posts, DateTimeOffset now, ChannelLimits limits, int ahead = 0)
    {
        if (limits.PerSecond == 0)
        {
            return now;
        }

        var blocking = Sent.Count - (limits.PerSecond - Math.Min(posts, limits.PerSecond));
        return (blocking <= 0 ? now : Later(now, Sent[blocking - 1] + Second)) + (Second * ahead / limits.PerSecond);
    }

    /// <summary>When a destination may get so many posts.</summary>
    /// <param name="ahead">The posts that it gets before, each as soon as it may, in deliveries of as many.</param>
    public DateTimeOffset FreeAt(DestinationId destination, int posts, DateTimeOffset now, ChannelLimits limits, int ahead = 0)
    {
        var sent = Destinations.GetValueOrDefault(destination, []);
        var next = sent.IsEmpty ? now : Later(now, sent[^1] + limits.DestinationInterval);
        var most = limits.PerDestinationMinute;
        var blocking = most == 0 ? 0 : sent.Count + ahead + Math.Min(posts, most) - most;
        var free = next + (limits.DestinationInterval * (ahead / posts));
        return blocking <= 0 ? free : Later(free, SentAt(blocking - 1) + Minute);

        // Of what goes there one after the other: what was sent, what may be now, and then each a minute after the one that it waits for.
        DateTimeOffset SentAt(int place)
        {
            var known = Math.Max(sent.Count, most);
            var minutes = place < known ? 0 : ((place - known) / most) + 1;
            place -= minutes * most;
            return (place < sent.Count ? sent[place] : next + (limits.DestinationInterval * ((place - sent.Count) / posts)))
                + (Minute * minutes);
        }
    }

    /// <summary>After posts were answered; what no limit asks for any more is forgotten.</summary>
    public Pace After(IEnumerable<(DestinationId Destination, int Posts)> posts, DateTimeOffset now, ChannelLimits limits)
    {
        if (limits == ChannelLimits.None)
        {
            return this;
        }

        var sent = Sent.RemoveAll(at => at + Second <= now).ToBuilder();
        var destinations = Destinations.ToBuilder();
        foreach (var (destination, count) in posts)
        {
            var stamps = Enumerable.Repeat(now, count);
            sent.AddRange(stamps);
            destinations[destination] = (
                destinations.TryGetValue(destination, out var before) ? before.RemoveAll(at => at + Minute <= now) : []).AddRange(stamps);
        }

        return new(sent.ToImmutable(), destinations.ToImmutable());
    }

    /// <summary>Without what no limit asks for at that time.</summary>
    public Pace At(DateTimeOffset now) => new(
        Sent.RemoveAll(at => at + Second <= now),
        Destinations.Where(entry => entry.Value[^1] + Minute > now).ToImmutableDictionary());

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
