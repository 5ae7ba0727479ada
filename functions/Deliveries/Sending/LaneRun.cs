using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;

namespace Dissemination.Deliveries.Sending;

/// <summary>What one invocation on a lane has come to so far.</summary>
internal sealed class LaneRun(string lane, KnownHealth health, Pace pace, DateTimeOffset begunAt)
{
    /// <summary>How long an invocation works before it lets others have their turn.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(10);

    /// <summary>How long an invocation waits in all: a wait that is longer is spent in the queue.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly Dictionary<DestinationId, Problem> _closed = [];
    private TimeSpan _waited;

    public string Lane => lane;

    public Pace Pace { get; set; } = pace;

    /// <summary>Until when the lane has to wait, as the channel or its limit says.</summary>
    public DateTimeOffset? PausedUntil { get; private set; } = health.Of(lane)?.PausedUntil;

    /// <summary>Why the lane's credential serves no more.</summary>
    public Problem? Stopped { get; set; } = health.Of(lane)?.Stopped;

    /// <summary>The version that was read last, and when.</summary>
    public (PublishableVersion Version, DateTimeOffset ReadAt)? Version { get; set; }

    /// <summary>The items whose deliveries changed, and where their traces begin.</summary>
    public Dictionary<ItemId, string?> Touched { get; } = [];

    /// <summary>The address of a destination that holds now.</summary>
    public Destination AsItIs(Destination destination) =>
        health.Of(destination)?.MovedTo is { } moved ? destination with { Address = moved } : destination;

    /// <summary>Why a destination takes nothing any more; null where it does.</summary>
    public Problem? ClosedBecause(Destination destination) =>
        _closed.TryGetValue(destination.Id, out var reason) ? reason : health.Of(destination)?.Closed;

    /// <summary>Nothing more is sent there in this invocation.</summary>
    public void Close(Destination destination, Problem reason) => _closed[destination.Id] = reason;

    /// <summary>Whether it is the turn of others.</summary>
    public bool HasWorkedLongAt(DateTimeOffset now) => now - begunAt > LongestWork;

    public bool MustEndAt(DateTimeOffset now) => PausedUntil > now || HasWorkedLongAt(now);

    /// <returns>Whether it is longer than known before.</returns>
    public bool PauseUntil(DateTimeOffset until)
    {
        if (PausedUntil >= until)
        {
            return false;
        }

        PausedUntil = until;
        return true;
    }

    /// <summary>Whether so long a wait still fits into this invocation; if so, it counts as waited.</summary>
    public bool MayWait(TimeSpan wait)
    {
        if (_waited + wait > LongestWait)
        {
            return false;
        }

        _waited += wait;
        return true;
    }
}
